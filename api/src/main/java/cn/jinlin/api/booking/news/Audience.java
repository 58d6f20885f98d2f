package cn.jinlin.api.booking.news;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.personal.Masks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is told of an appointment: the person, whoever made it or just changed it for them, and for people without a phone
/// all who act for them. What somebody may no longer do for the person, they are no longer told of.
@Component
class Audience {

    private static final String UNNAMED = "***";

    private final Residents residents;
    private final People people;
    private final ActingFor acting;
    private final Messages messages;

    Audience(Residents residents, People people, ActingFor acting, Messages messages) {
        this.residents = residents;
        this.people = people;
        this.acting = acting;
        this.messages = messages;
    }

    /// @param who the person, as that reader may read it: `您本人`, `李**`
    record Reader(UUID resident, Locale language, String who) {}

    /// @param person whose appointment it is
    /// @param maker who made it
    /// @param doer who changed it now
    List<Reader> list(UUID person, @Nullable UUID maker, @Nullable UUID doer) {
        Optional<Resident> owner = find(person);
        if (owner.isEmpty()) {
            return List.of();
        }
        Set<UUID> readers = new LinkedHashSet<>();
        Set<UUID> actors = Set.copyOf(acting.listActors(person, Scope.BOOKING));
        if (owner.get().phone() == null) {
            readers.addAll(actors);
        } else {
            readers.add(person);
        }
        Optional.ofNullable(maker).filter(actors::contains).ifPresent(readers::add);
        Optional.ofNullable(doer).filter(actors::contains).ifPresent(readers::add);
        return readers.stream()
                .filter(reader -> find(reader).isPresent())
                .map(reader -> reader(reader, person))
                .toList();
    }

    private Reader reader(UUID reader, UUID person) {
        Locale language = Locale.forLanguageTag(people.getProfile(reader).language());
        String name = people.getProfile(person).name();
        String masked = name == null ? UNNAMED : Masks.name(name);
        return new Reader(reader, language,
                reader.equals(person) ? messages.get("booking-news.yourself", language) : masked);
    }

    /// Whoever is being erased is told nothing more.
    private Optional<Resident> find(UUID resident) {
        return residents.find(resident).filter(found -> !found.isErased());
    }
}
