package cn.jinlin.api.personal;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Removes what one domain keeps of a resident (Personal Information Protection Law, article 47). Each domain has a bean
/// of it. It is called in a transaction of its own together with the line of the report; where the service dies in
/// between, it is called again, and must then find nothing left to do.
public interface PersonalDataEraser {

    /// Stable name of the domain, in lower case. Its title is the message `personal-data.<name>`.
    String name();

    /// Removes what no law keeps, and takes the person out of the rest. The resident's id may stay: it is nobody's name.
    Outcome erase(UUID resident);

    /// @param removed entries that are gone
    /// @param deidentified entries that stay and name nobody
    /// @param keptBy code of the law that keeps them, whose words are the message `kept-by.<code>`; null when nothing stays
    record Outcome(int removed, int deidentified, @Nullable String keptBy) {

        public static Outcome removed(int entries) {
            return new Outcome(entries, 0, null);
        }
    }
}
