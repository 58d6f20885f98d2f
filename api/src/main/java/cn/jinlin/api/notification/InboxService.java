package cn.jinlin.api.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PageInfo;
import cn.jinlin.api.live.LiveEvent;
import cn.jinlin.api.live.LiveEvents;
import cn.jinlin.api.notification.template.Template;
import cn.jinlin.api.notification.template.Templates;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Subject;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;

/// One's own messages. Nobody reads another's: every question is asked in the name of whoever is signed in.
@Service
class InboxService {

    private static final String TYPE = "Notification";
    private static final int MOST = 100;

    private final Access access;
    private final Inbox inbox;
    private final Templates templates;
    private final LiveEvents live;
    /// A person who follows on many devices is read for once.
    private final Cache<Told, Optional<NotificationViews.Received>> told = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    private record Told(Subject owner, long position, Locale language) {}

    InboxService(Access access, Inbox inbox, Templates templates, LiveEvents live) {
        this.access = access;
        this.inbox = inbox;
        this.templates = templates;
        this.live = live;
    }

    /// @throws BadInput when `first` or `after` is out of bounds
    @Transactional(readOnly = true)
    public NotificationViews.Connection list(int first, @Nullable String after, boolean unreadOnly, Locale language) {
        Subject owner = access.getCaller().subject();
        if (first < 1 || first > MOST) {
            throw new BadInput("first", "PAGE_SIZE_OUT_OF_RANGE", MOST);
        }
        long before = after == null ? Long.MAX_VALUE : NotificationCursor.read(after);
        // Before the list: what comes in between is then told live, and only seen twice, never missed.
        String liveCursor = live.cursor(Notifications.topic(owner));
        List<Message> found = inbox.list(owner, before, unreadOnly, first + 1);
        List<NotificationNode> nodes = show(found.subList(0, Math.min(first, found.size())), language);
        var page = new PageInfo(found.size() > first, after != null, nodes.isEmpty() ? null : nodes.getFirst().cursor(),
                nodes.isEmpty() ? null : nodes.getLast().cursor());
        return new NotificationViews.Connection(nodes, page, inbox.countUnread(owner), liveCursor);
    }

    /// Each message as it comes.
    ///
    /// @throws BadInput when the cursor is none, or too old
    public Flux<NotificationViews.Received> follow(@Nullable String after, Locale language) {
        Subject owner = access.getCaller().subject();
        return live.follow(Notifications.topic(owner), after)
                .mapNotNull(event -> told.get(new Told(owner, event.position(), language), key -> read(key, event))
                        .orElse(null));
    }

    /// Empty when it was erased meanwhile.
    private Optional<NotificationViews.Received> read(Told key, LiveEvent event) {
        return inbox.find(key.owner(), Long.parseLong(event.payload()))
                .map(message -> new NotificationViews.Received(event.cursor(),
                        show(List.of(message), key.language()).getFirst(), inbox.countUnread(key.owner())));
    }

    /// @return the messages that were named
    /// @throws BadInput when neither or both are given, or one is not the caller's
    @Transactional
    public List<NotificationNode> markRead(@Nullable List<String> ids, @Nullable String upTo, Locale language) {
        Subject owner = access.getCaller().subject();
        if ((ids == null) == (upTo == null)) {
            throw new BadInput("input", "EITHER_IDS_OR_UP_TO");
        }
        if (ids != null && ids.size() > MOST) {
            throw new BadInput("input.ids", "TOO_MANY_NOTIFICATIONS", MOST);
        }
        String field = upTo == null ? "input.ids" : "input.upTo";
        List<UUID> wanted = new ArrayList<>();
        for (String id : upTo == null ? Objects.requireNonNull(ids) : List.of(upTo)) {
            wanted.add(readId(id).orElseThrow(() -> new BadInput(field, "UNKNOWN_NOTIFICATION")));
        }
        List<Message> named = inbox.list(owner, wanted);
        if (named.size() != wanted.stream().distinct().count()) {
            throw new BadInput(field, "UNKNOWN_NOTIFICATION");
        }
        if (upTo != null) {
            inbox.markReadUpTo(owner, named.getFirst().number());
        } else if (!wanted.isEmpty()) {
            inbox.markRead(owner, wanted);
        }
        return show(inbox.list(owner, wanted), language);
    }

    public int countUnread() {
        return inbox.countUnread(access.getCaller().subject());
    }

    private static Optional<UUID> readId(String id) {
        return GlobalId.find(id).filter(global -> global.type().equals(TYPE)).flatMap(global -> {
            try {
                return Optional.of(UUID.fromString(global.key()));
            } catch (IllegalArgumentException none) {
                return Optional.empty();
            }
        });
    }

    private List<NotificationNode> show(List<Message> messages, Locale language) {
        Map<UUID, List<Inbox.State>> states = inbox.listStates(messages.stream().map(Message::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Inbox.State::message));
        return messages.stream()
                .map(message -> show(message, states.getOrDefault(message.id(), List.of()), language))
                .toList();
    }

    private NotificationNode show(Message message, List<Inbox.State> states, Locale language) {
        Template template = templates.get(message.kind());
        Templates.Worded worded = templates.word(template, message.templateVersion(), message.values(), language);
        return new NotificationNode(GlobalId.of(TYPE, message.id()), message.number(), message.kind(), worded.title(),
                worded.text(), template.urgent(), worded.path(), message.createdAt(), message.readAt(),
                message.templateVersion(),
                states.stream()
                        .map(state -> new NotificationNode.Delivery(state.channel(), state.state(), state.changedAt()))
                        .toList());
    }
}
