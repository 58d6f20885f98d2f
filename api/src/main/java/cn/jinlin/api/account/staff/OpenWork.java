package cn.jinlin.api.account.staff;

import java.util.UUID;

/// Work of one kind that lies with members of staff. The domain that knows the work implements it; it is asked when
/// somebody is suspended or hands over.
public interface OpenWork {

    /// Stable name, and the key of its message in both languages: `OPEN_LETTERS`.
    String kind();

    /// How many pieces lie with that member.
    int count(UUID staff);

    /// Moves what the successor has the duty for. Within the caller's transaction.
    ///
    /// @return how many pieces went over
    int move(UUID from, UUID to);
}
