package cn.jinlin.api.ledger;

import java.util.HexFormat;

/// Where a chain ends. Noted somewhere else, it is a witness against everything before it.
///
/// @param number of the last entry; 0 while there is none
/// @param fingerprint hash of the last entry, 64 hexadecimal digits
public record Head(String journal, long number, String fingerprint) {

    Head(String journal, long number, byte[] hash) {
        this(journal, number, HexFormat.of().formatHex(hash));
    }

    static Head beginning(String journal) {
        return new Head(journal, 0, Link.genesis(journal));
    }

    byte[] hash() {
        return HexFormat.of().parseHex(fingerprint);
    }
}
