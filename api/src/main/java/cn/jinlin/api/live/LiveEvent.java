package cn.jinlin.api.live;

/// Something that has happened to a topic.
///
/// @param position counts a topic's events from 1 without gaps, in the order in which they were committed
/// @param payload what the publisher gave; names things by id and holds nothing personal
public record LiveEvent(String topic, long position, String payload) {

    /// What to follow after in order to go on from here.
    public String cursor() {
        return LiveCursor.write(position);
    }
}
