package cn.jinlin.search.text;

/// Mistypings by one slip: a letter missing, too many, wrong, or two neighbours swapped.
final class Slip {

    private Slip() {}

    static boolean isOne(String typed, String meant) {
        int prefix = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (prefix < shorter && typed.charAt(prefix) == meant.charAt(prefix)) {
            prefix++;
        }
        String typedRest = typed.substring(prefix);
        String meantRest = meant.substring(prefix);
        return switch (typed.length() - meant.length()) {
            case 0 -> isWrongLetter(typedRest, meantRest) || isSwap(typedRest, meantRest);
            case 1 -> typedRest.substring(1).equals(meantRest);
            case -1 -> meantRest.substring(1).equals(typedRest);
            default -> false;
        };
    }

    private static boolean isWrongLetter(String typed, String meant) {
        return !typed.isEmpty() && typed.substring(1).equals(meant.substring(1));
    }

    private static boolean isSwap(String typed, String meant) {
        return typed.length() > 1 && typed.charAt(0) == meant.charAt(1) && typed.charAt(1) == meant.charAt(0)
                && typed.substring(2).equals(meant.substring(2));
    }
}
