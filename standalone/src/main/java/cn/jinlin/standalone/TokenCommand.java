package cn.jinlin.standalone;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;

import cn.jinlin.api.security.Role;
import cn.jinlin.api.security.TokenIssuer;
import cn.jinlin.engines.EngineName;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Prints a bearer token.
@Command(name = "token", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Prints an access token for the API, alone on standard output.",
    "Whoever can run this can read the store itself, so it asks for no sign-in."}, footer = {"", "Example:",
        "  curl -H \"Authorization: Bearer $(jinlin token --role admin)\" ..."})
final class TokenCommand implements Callable<Integer> {
    private static final Map<String, Role> ROLES = Map.of("admin", Role.DISTRICT_ADMIN);

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--role", required = true, paramLabel = "ROLE", converter = RoleByName.class, descriptionKey = "role", description = "Whom the token speaks for: admin, the district's administrator.")
    private Role role = Role.DISTRICT_ADMIN;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "60", descriptionKey = "minutes", description = "How long it is valid, at most 720 minutes. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(names = "--subject", paramLabel = "NAME", defaultValue = "operator", descriptionKey = "subject", description = "Who acts; appears in the audit trail. Default: ${DEFAULT-VALUE}.")
    private String subject = "operator";

    @Override
    public Integer call() {
        Screen screen = Screen.ofTerminal();
        try (Backends backends = Backends.forCommand(data.folder(), EnumSet.of(EngineName.POSTGRES), screen);
                var service = new Service(backends, data.folder(), screen).with("jinlin.indexer.enabled", "false")
                        .open()) {
            String token = service.getBean(TokenIssuer.class).issue(subject, role, Duration.ofMinutes(minutes));
            spec.commandLine().getOut().println(token);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    static final class RoleByName implements ITypeConverter<Role> {
        @Override
        public Role convert(String name) {
            Role role = ROLES.get(name);
            if (role == null) {
                throw new TypeConversionException("no role is called '" + name + "'; there is: " + ROLES.keySet());
            }
            return role;
        }
    }
}
