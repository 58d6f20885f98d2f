package cn.jinlin.standalone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.jinlin.api.JinlinApplication;
import cn.jinlin.engines.EngineName;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/// Boots the service on given engines. Its log goes to a file, so that the terminal stays the operator's.
final class Service {
    private final Backends backends;
    private final DataFolder data;
    private final Screen screen;
    private final List<String> settings = new ArrayList<>();
    private final Map<String, Object> defaults = new LinkedHashMap<>();

    Service(Backends backends, DataFolder data, Screen screen) {
        this.backends = backends;
        this.data = data;
        this.screen = screen;
    }

    Service with(String property, String value) {
        settings.add("--" + property + "=" + value);
        return this;
    }

    /// Links that are given to staff lead there.
    Service ofPortalAt(int port) {
        return with("jinlin.staff.portal", "http://localhost:" + port);
    }

    /// The service with its web server.
    ConfigurableApplicationContext serve(int port) {
        with("server.port", Integer.toString(port));
        // For trying the product out, messages go to a file and to this terminal. What the operator sets otherwise wins.
        defaults.put("jinlin.sms.provider", "inbox");
        defaults.put("jinlin.sms.inbox.folder", data.path().resolve("sms").toString());
        defaults.put("jinlin.sms.inbox.console", "true");
        defaults.put("jinlin.sign-in.passkey.origins", "http://localhost:" + port);
        // Said at the end of the start instead, where it is not overlooked.
        with("jinlin.staff.announce-first-link", "false");
        ofPortalAt(port);
        return run(WebApplicationType.SERVLET);
    }

    /// The service without a web server, for a command that works on the record.
    ConfigurableApplicationContext open() {
        // A command uses a few doors of the service; the rest need not be made, and what serves the web cannot be.
        with("spring.main.lazy-initialization", "true");
        with("jinlin.walking.enabled", "false");
        return run(WebApplicationType.NONE);
    }

    /// Nodes that share a record share its keys, and their operator gives them to each; our own record has our own.
    private void useOwnKeys() {
        if (!OutsideEngines.ofThisProcess().missing().contains(EngineName.POSTGRES)) {
            return;
        }
        try {
            with("jinlin.personal-data.key-file", data.personalDataKey().toString());
            with("jinlin.ledger.head-key", data.journals().key());
        } catch (IOException e) {
            throw screen.failure("data.unusable", data.path(), e.toString());
        }
    }

    private ConfigurableApplicationContext run(WebApplicationType type) {
        backends.properties().forEach(this::with);
        useOwnKeys();
        with("logging.file.name", data.log().toString());
        with("logging.threshold.console", "off");
        SpringApplication application = new SpringApplication(JinlinApplication.class);
        application.setWebApplicationType(type);
        application.setDefaultProperties(defaults);
        // The order at the end matters: first the service, then its engines. So we close it ourselves.
        application.setRegisterShutdownHook(false);
        try {
            return application.run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            // Spring has written the whole of it into the log.
            throw screen.failure("service.failed", data.log(),
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e)));
        }
    }
}
