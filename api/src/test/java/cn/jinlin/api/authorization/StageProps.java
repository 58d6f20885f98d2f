package cn.jinlin.api.authorization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.account.staff.proof.Secrets;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.ledger.Actor;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.security.session.SessionService;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/// The things that operations are about, and their ids by operation and path.
@TestComponent
class StageProps {

    private static final String HOME = """
            mutation($home: SaveHomeInput!, $profile: UpdateProfileInput!) { saveHome(input: $home) { userErrors { code } }
              updateProfile(input: $profile) { userErrors { code } } }""";
    private static final String INVITE = "mutation($input: InviteProxyInput!) { inviteProxy(input: $input) { proxy { id } userErrors { code } } }";
    private static final String ACCEPT = "mutation($input: AcceptProxyInput!) { acceptProxy(input: $input) { userErrors { code } } }";
    private static final String REGISTER = "mutation($input: RegisterWithoutPhoneInput!) { registerWithoutPhone(input: $input) { deskProxy { id person } userErrors { code } } }";
    private static final String CHILD = "mutation($input: RegisterChildInput!) { registerChild(input: $input) { actingFor { person } userErrors { code } } }";
    private static final String ERASE = "mutation($input: RequestErasureInput!) { requestErasure(input: $input) { erasure { id } receipt } }";
    private static final String PASSKEY = "mutation($input: BeginPasskeyRegistrationInput!) { beginPasskeyRegistration(input: $input) { challenge { id } } }";
    private static final String QUIET = "mutation($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { userErrors { code } } }";
    private static final String FACILITY = "mutation($input: CreateFacilityInput!) { createFacility(input: $input) { facility { id } userErrors { code } } }";

    private static final List<String> OF_FACILITIES = List.of("facility", "walkRoute", "updateFacility",
            "closeFacility", "declareFacilityException", "createUnit");

    private static final List<String> OF_PROFILES = List.of("me", "updateProfile", "saveHome", "removeHome",
            "revealResident");

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final PeopleOfThree people;
    private final GraphQl graphQl;
    private final TestTokens tokens;
    private final SessionService sessions;
    private final Notifications notifications;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final BookingProps bookings;
    private final Clock clock;
    private @Nullable String passwordHash;

    StageProps(JdbcClient jdbc, PersonalCipher cipher, PeopleOfThree people, GraphQl graphQl, TestTokens tokens,
            SessionService sessions, Notifications notifications, Audit audit, TransactionTemplate transaction,
            BookingProps bookings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.people = people;
        this.graphQl = graphQl;
        this.tokens = tokens;
        this.sessions = sessions;
        this.notifications = notifications;
        this.audit = audit;
        this.transaction = transaction;
        this.bookings = bookings;
        this.clock = clock;
    }

    /// Made once: it takes long on purpose.
    String passwordHash() {
        if (passwordHash == null) {
            passwordHash = Objects.requireNonNull(
                    Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(Arguments.PASSWORD));
        }
        return passwordHash;
    }

    void invite(String operation, Scene scene) {
        String secret = Secrets.create();
        jdbc.sql("insert into staff_invitation (staff_id, secret_hash, expires_at) values (?, ?, ?)")
                .params(scene.member(), Secrets.hash(secret), in(Duration.ofHours(1)))
                .update();
        scene.values().put(operation + ".input.secret", secret);
    }

    void staff(Scene scene, UUID duty, UUID leading, UUID delegation) {
        Map<String, Object> values = scene.values();
        String member = GlobalId.of("StaffMember", scene.member());
        for (String operation : List.of("renewStaffInvitation", "suspendStaff", "reactivateStaff",
                "resetStaffSignIn")) {
            values.put(operation + ".input.id", member);
        }
        String leader = GlobalId.of("StaffMember", scene.leader());
        String unit = GlobalId.of("Unit", scene.unit());
        values.put("suspendStaff.input.successor", leader);
        values.put("assignDuty.input.staffMember", member);
        values.put("handOverWork.input.from", leader);
        values.put("handOverWork.input.to", member);
        values.put("withdrawDuty.input.id", GlobalId.of("StaffDuty", duty));
        values.put("delegateDuty.input.duty", GlobalId.of("StaffDuty", leading));
        values.put("delegateDuty.input.to", member);
        values.put("endDelegation.input.id", GlobalId.of("StaffDelegation", delegation));
        for (String path : List.of("renameUnit.input.id", "closeUnit.input.id", "createUnit.input.parent",
                "staffMembers.unit", "assignDuty.input.duty.unit", "proxiesOfDesk.unit", "residentForStaff.unit",
                "revealResident.input.unit", "findResidentByPhone.input.unit", "registerWithoutPhone.input.unit",
                "changeProxyAtDesk.input.unit")) {
            values.put(path, unit);
        }
    }

    void place(String operation, Scene scene, String ownersPhone, String proxysPhone) {
        Map<String, Object> values = scene.values();
        UUID owner = scene.owner();
        if (bookings.place(operation, scene, () -> proxy("booking", scene, proxysPhone))) {
            return;
        }
        if (OF_PROFILES.contains(operation)) {
            ask(owner, HOME, Map.of("home", Map.of("address", "Owner's address", "location",
                    Map.of("lat", 31.1, "lon", 121.4)), "profile",
                    Map.of("accessibilityNeeds", List.of("WHEELCHAIR"))));
        }
        switch (operation) {
            case "residentForStaff", "revealResident" -> {
                meet(scene);
                values.put("residentForStaff.id", PeopleOfThree.id(owner));
                values.put("revealResident.input.id", PeopleOfThree.id(owner));
            }
            case "findResidentByPhone" -> values.put("findResidentByPhone.input.phone", ownersPhone);
            case "myAccessRecords" -> meet(scene);
            case "acceptProxy", "declineProxy" -> values.put(operation + ".input.id", invite(owner, proxysPhone));
            case "myProxies", "actingFor", "revokeProxy", "renewProxy", "confirmProxy" ->
                values.put(operation + ".input.id", proxy(operation, scene, proxysPhone));
            case "changeProxyAtDesk", "proxiesOfDesk" -> values.put("changeProxyAtDesk.input.id", atDesk(scene));
            case "withdrawConsent" -> values.put("withdrawConsent.input.child", child(owner));
            case "cancelErasure", "erasureReport", "myErasure" -> erasure(scene);
            case "takeDataExport", "myDataExports" -> values.put("takeDataExport.input.id", copy(owner));
            case "endSession", "mySessions", "signOutEverywhere" -> values.put("endSession.input.id",
                    GlobalId.of("Session", sessions.open(subject(owner), "portal",
                            new Device("Chrome, Android", "203.0.113.9", "zh-CN")).id()));
            case "unbindWeChat", "myWeChatBindings" -> values.put("unbindWeChat.input.id", weChat(owner));
            case "removePasskey", "myPasskeys", "beginPasskeyProof" -> values.put("removePasskey.input.id",
                    passkey(owner));
            case "finishPasskeyRegistration" -> values.put("finishPasskeyRegistration.input.challenge",
                    people.ask(owner, PASSKEY, Map.of("name", "phone"))
                            .data("beginPasskeyRegistration/challenge/id")
                            .asString());
            case "markNotificationsRead", "myNotifications" -> notification(scene);
            case "notificationPreferences", "updateNotificationPreferences", "saveMailAddress", "confirmMailAddress" ->
                preferences(owner);
            case "auditEntries" -> act(scene);
            default -> facility(operation, values);
        }
    }

    private void meet(Scene scene) {
        jdbc.sql("""
                insert into access_record (resident_id, staff_id, unit_id, role, act, fields, reason_kind, reason_cipher, at)
                values (?, ?, ?, 'FACILITY_DESK', 'FOUND_BY_PHONE', '{NAME}', 'LETTER', null, ?)""")
                .params(scene.owner(), scene.colleague(), scene.unit(), in(Duration.ZERO))
                .update();
    }

    private String invite(UUID owner, String phone) {
        return people.ask(owner, INVITE,
                Map.of("phone", phone, "relation", "女儿", "scopes", List.of("BOOKING", "LETTERS", "VOLUNTEERING")))
                .data("inviteProxy/proxy/id")
                .asString();
    }

    private String proxy(String operation, Scene scene, String phone) {
        String id = invite(scene.owner(), phone);
        people.ask(scene.proxy(), ACCEPT, Map.of("id", id)).data("acceptProxy");
        if (operation.equals("confirmProxy")) {
            jdbc.sql("update proxy set kind = 'GUARDIAN', ends_on = ? where person_id = ?")
                    .params(LocalDate.of(2026, 9, 1), scene.owner())
                    .update();
        }
        return id;
    }

    private String atDesk(Scene scene) {
        return graphQl.send(REGISTER, Map.of("input", Map.of("name", "Without Phone", "proxyPhone",
                Arguments.freshPhone(), "relation", "邻居", "scopes", List.of("BOOKING"), "paperNumber", "P-2026-0001")),
                "en", tokens.staff(scene.colleague(), new Duty(Role.FACILITY_DESK, scene.unit())))
                .data("registerWithoutPhone/deskProxy/id")
                .asString();
    }

    private String child(UUID guardian) {
        return people.ask(guardian, CHILD,
                Map.of("name", "Child", "birthDate", "2020-01-01", "relation", "妈妈", "version", 1))
                .data("registerChild/actingFor/person")
                .asString();
    }

    private void erasure(Scene scene) {
        GraphQl.Answer asked = people.ask(scene.owner(), ERASE, Map.of());
        scene.values().put("cancelErasure.input.id", asked.data("requestErasure/erasure/id").asString());
        scene.values().put("erasureReport.receipt", asked.data("requestErasure/receipt").asString());
    }

    private String copy(UUID owner) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into data_export (id, resident_id, language, state, requested_at, expires_at, json_cipher, html_cipher)
                values (?, ?, 'en', 'READY', ?, ?, ?, ?)""")
                .params(id, owner, in(Duration.ZERO), in(Duration.ofHours(1)),
                        new SealedColumn(cipher, "data_export.json").seal(id, "{\"of\":\"" + owner + "\"}"),
                        new SealedColumn(cipher, "data_export.html").seal(id, "<p>" + owner + "</p>"))
                .update();
        return GlobalId.of("DataExport", id);
    }

    private String weChat(UUID owner) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into wechat_identity (id, resident_id, app_id, openid_index, openid_cipher, bound_at)
                values (?, ?, 'wx', ?, ?, ?)""")
                .params(id, owner, cipher.blindIndex("wechat_identity.openid", id.toString()),
                        cipher.encrypt("wechat_identity.openid", id.toString()), in(Duration.ZERO))
                .update();
        return GlobalId.of("WeChatBinding", id);
    }

    private String passkey(UUID owner) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into passkey (id, subject, credential_id, credential, sign_count, backup_eligible, name, created_at,
                    last_used_at) values (?, ?, ?, ?, 0, false, 'phone', ?, ?)""")
                .params(id, subject(owner).toString(), Secrets.hash(id.toString()), new byte[16], in(Duration.ZERO),
                        in(Duration.ZERO))
                .update();
        return GlobalId.of("Passkey", id);
    }

    void notification(Scene scene) {
        for (UUID resident : List.of(scene.owner(), scene.other())) {
            tell(subject(resident), resident.toString());
        }
        String id = GlobalId.of("Notification", jdbc.sql("select id from notification where subject = ?")
                .param(subject(scene.owner()).toString())
                .query(UUID.class)
                .single());
        scene.values().put("markNotificationsRead.input.ids", id);
        scene.values().put("markNotificationsRead.input.upTo", id);
    }

    void tell(Subject to, String device) {
        notifications.send(to, "account.new_device",
                Map.of("device", device, "signedInAt", "2026-09-29T10:00:00+08:00"));
    }

    private void preferences(UUID owner) {
        people.ask(owner, QUIET, Map.of("quietHours", Map.of("from", "22:00", "to", "07:00")))
                .data("updateNotificationPreferences");
    }

    private void act(Scene scene) {
        Long entry = transaction.execute(_ -> audit.record(
                new Actor(scene.leader().toString(), Actor.Kind.STAFF, scene.owner().toString()), "unit.renamed",
                "Unit:" + scene.unit(), "Asked for"));
        Records.await(() -> jdbc.sql("select exists (select from journal_entry where id = ?)")
                .param(entry)
                .query(Boolean.class)
                .single());
    }

    private void facility(String operation, Map<String, Object> values) {
        if (!OF_FACILITIES.contains(operation)) {
            return;
        }
        String facility = graphQl.askAsAdmin(FACILITY, Map.of("input", Map.of("name", "Library", "category", "CUL-L")))
                .data("createFacility/facility/id")
                .asString();
        for (String path : List.of("id", "input.id", "facility", "input.facility")) {
            values.putIfAbsent(operation + '.' + path, facility);
        }
    }

    private void ask(UUID resident, String document, Map<String, ?> variables) {
        graphQl.send(document, variables, "en", tokens.resident(resident)).data("saveHome");
    }

    private Timestamp in(Duration span) {
        return Timestamp.from(clock.instant().plus(span));
    }

    static Subject subject(UUID resident) {
        return new Subject(Subject.Kind.RESIDENT, resident);
    }
}
