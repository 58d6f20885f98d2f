package cn.jinlin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// People who sign in by phone, each from beginning to end: ask for a code, wait for the message, send the code.
final class PhoneSignIns implements AutoCloseable {

    private static final Pattern MESSAGE = Pattern.compile("\"to\":\"[^\"]*?(1\\d{10})\".*\"code\":\"(\\d{6})\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final long FIRST = 13_900_000_000L;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final String service;
    private final AtomicInteger people = new AtomicInteger();
    private final Map<String, CompletableFuture<String>> codes = new ConcurrentHashMap<>();
    private final Thread postman;

    /// @param inbox file that the service writes its messages to
    PhoneSignIns(String service, Path inbox) {
        this.service = service;
        postman = Thread.ofPlatform().daemon().start(() -> deliver(inbox));
    }

    /// What the service must be told so that one address may be as many people as a district has.
    static String[] settings(Path inbox) {
        return new String[]{"--jinlin.sms.provider=inbox", "--jinlin.sms.inbox.folder=" + inbox.getParent(),
            "--jinlin.sign-in.codes-per-address-and-hour=100000000", "--jinlin.sign-in.codes-per-minute=100000000",
            "--jinlin.sign-in.tries-per-address-and-hour=100000000", "--jinlin.sign-in.tries-per-minute=100000000"};
    }

    /// One person more.
    ///
    /// @return their access token
    String signIn() {
        String phone = Long.toString(FIRST + people.incrementAndGet());
        var code = new CompletableFuture<String>();
        codes.put(phone, code);
        Exchange.post(service + "/graphql",
                bytes("{\"query\":\"mutation { requestSignInCode(input: {phone: \\\"" + phone
                        + "\\\"}) { userErrors { code } } }\"}"),
                "application/json").send();
        byte[] answer = Exchange.post(service + "/oauth2/token",
                bytes("client_id=mini-program&grant_type=urn:jinlin:grant:phone-code&phone=" + phone + "&code="
                        + await(code)),
                "application/x-www-form-urlencoded").send();
        Matcher token = TOKEN.matcher(new String(answer, StandardCharsets.UTF_8));
        if (!token.find()) {
            throw new IllegalStateException("A sign-in gave no token");
        }
        return token.group(1);
    }

    /// How many a second get in when so many try all the time.
    double rate(int clients, int seconds) throws InterruptedException {
        var done = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (var running : pool.invokeAll(java.util.Collections.nCopies(clients, () -> {
                while (System.nanoTime() < end) {
                    signIn();
                    done.incrementAndGet();
                }
                return null;
            }))) {
                running.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Somebody could not sign in", failed.getCause());
        }
        return done.get() / (double) seconds;
    }

    private static String await(CompletableFuture<String> code) {
        try {
            return code.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopped);
        } catch (ExecutionException | TimeoutException late) {
            throw new IllegalStateException("A code did not come", late);
        }
    }

    private void deliver(Path inbox) {
        try {
            while (!Files.exists(inbox)) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            try (BufferedReader messages = Files.newBufferedReader(inbox)) {
                read(messages);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw new IllegalStateException("The inbox cannot be read", gone);
        }
    }

    /// A line may be seen before its end was written.
    private void read(BufferedReader messages) throws IOException, InterruptedException {
        var line = new StringBuilder();
        while (!Thread.currentThread().isInterrupted()) {
            int sign = messages.read();
            if (sign < 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            } else if (sign == '\n') {
                hand(line);
                line.setLength(0);
            } else {
                line.append((char) sign);
            }
        }
    }

    private void hand(CharSequence line) {
        Matcher message = MESSAGE.matcher(line);
        if (message.find()) {
            CompletableFuture<String> waiting = codes.remove(message.group(1));
            if (waiting != null) {
                waiting.complete(message.group(2));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        postman.interrupt();
    }
}
