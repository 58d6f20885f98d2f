package cn.jinlin.search.text;

import com.hankcs.hanlp.dictionary.ts.TraditionalChineseDictionary;

/// Traditional to simplified, character by character, so that a position in the folded text is a position in the text.
final class Simplified {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final char[] TABLE = table();

    private Simplified() {}

    static int of(int codePoint) {
        return codePoint < FIRST || codePoint > LAST ? codePoint : TABLE[codePoint - FIRST];
    }

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            char traditional = (char) (FIRST + i);
            String simplified = TraditionalChineseDictionary.convertToSimplifiedChinese(String.valueOf(traditional));
            table[i] = simplified.length() == 1 ? simplified.charAt(0) : traditional;
        }
        return table;
    }
}
