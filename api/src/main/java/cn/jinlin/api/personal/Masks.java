package cn.jinlin.api.personal;

/// What is shown of a person to those who need not know the whole.
public final class Masks {

    private Masks() {}

    /// The family name stays: 李建国 becomes 李**, 欧阳娜娜 becomes 欧***, `Anna Smith` becomes `A*********`.
    public static String name(String name) {
        int first = name.offsetByCodePoints(0, Math.min(1, name.codePointCount(0, name.length())));
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /// The first character and the domain stay: `a***@example.cn`. The length is not told.
    public static String mail(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : address.substring(0, 1) + "***" + address.substring(at);
    }
}
