package cn.jinlin.demo;

/// A residential building of the demo district.
///
/// @param id the same in every run of one seed
/// @param neighbourhood code of the neighbourhood it stands in
/// @param residents how many people live in it
public record DemoHome(String id, String neighbourhood, DemoPoint location, int residents) {}
