package cn.jinlin.api.live;

/// A follower read more slowly than events came. Nothing is lost: it goes on after its last cursor. Which topic it was is
/// not told, because topics name people.
class SlowClientException extends RuntimeException {

    SlowClientException() {
        super("A follower fell behind", null, false, false);
    }
}
