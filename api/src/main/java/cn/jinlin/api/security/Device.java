package cn.jinlin.api.security;

/// What is known of the device at the other end.
///
/// @param name how its owner would recognise it in a list: `Chrome, Android`; at most 80 characters
/// @param address as the edge saw it; personal data
/// @param language the caller's, a BCP 47 tag
public record Device(String name, String address, String language) {}
