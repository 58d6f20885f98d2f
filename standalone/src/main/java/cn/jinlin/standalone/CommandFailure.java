package cn.jinlin.standalone;

/// A command cannot do what it was asked; the message tells the operator why and what to do, with no stack trace.
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
