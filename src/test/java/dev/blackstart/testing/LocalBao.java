package dev.blackstart.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.kind.Parameters;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An OpenBao server of its own that really runs, on this machine, with a certificate of its own; it forgets all when it ends. */
public final class LocalBao implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 300;

    private final Path directory;
    private final int port;
    private final ThisMachine machine;
    private final List<String> shares = new ArrayList<>();
    private String root = "";
    private Optional<Process> server = Optional.empty();

    private LocalBao(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.machine = new ThisMachine(directory);
    }

    /** Make one that two of three shares have unsealed, with secrets at {@code kv/} and people's logins. */
    public static LocalBao make() {
        try {
            LocalBao bao = new LocalBao(Files.createTempDirectory(Path.of("/tmp"), "bao"), freePort());
            bao.configure();
            bao.start();
            return bao;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void configure() throws IOException {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                file("key.pem").toString(),
                "-out",
                ca().toString());
        Files.writeString(file("bao.hcl"), """
                storage "inmem" {}
                api_addr = "%1$s"
                listener "tcp" {
                  address = "127.0.0.1:%2$d"
                  tls_cert_file = "%3$s/ca.pem"
                  tls_key_file = "%3$s/key.pem"
                }
                audit "file" "file" {
                  options = { file_path = "%3$s/audit.log" }
                }
                """.formatted(address(), port, directory));
    }

    /** Start it, empty. */
    public void start() throws IOException {
        server = Optional.of(new ProcessBuilder("bao", "server", "-config=" + file("bao.hcl"))
                .redirectErrorStream(true)
                .redirectOutput(file("log").toFile())
                .start());
        ask("GET", "sys/seal-status", "", "--retry", String.valueOf(TRIES), "--retry-delay", "1", "--retry-all-errors");
        JsonNode made = ask("PUT", "sys/init", "{\"secret_shares\":3,\"secret_threshold\":2}");
        root = made.path("root_token").asText();
        shares.clear();
        made.path("keys").forEach(key -> shares.add(key.asText()));
        unseal();
        root("POST", "sys/mounts/kv", "{\"type\":\"kv\",\"options\":{\"version\":\"2\"}}");
        root("POST", "sys/auth/userpass", "{\"type\":\"userpass\"}");
    }

    /** Give two shares of three, and wait until it serves. */
    public void unseal() {
        shares.stream().limit(2).forEach(share -> ask("PUT", "sys/unseal", "{\"key\":\"" + share + "\"}"));
        ask("GET", "sys/health", "", "--retry", String.valueOf(TRIES), "--retry-delay", "1", "--retry-all-errors");
    }

    public List<String> shares() {
        return List.copyOf(shares);
    }

    /** End it at once. */
    public void stop() {
        server.ifPresent(process -> process.destroyForcibly().onExit().join());
        server = Optional.empty();
    }

    /** Let it open its log anew, as whoever put the old one aside asks it to. */
    public void reopenLog() {
        run("kill", "-HUP", String.valueOf(server.orElseThrow().pid()));
    }

    /** Let it do something as whoever may do all. */
    public JsonNode root(String method, String path, String body) {
        return ask(method, path, body, "--header", "X-Vault-Token: " + root);
    }

    /** Let somebody log in, and be bound by this policy. */
    public void person(String name, String password, String policy) {
        root(
                "PUT",
                "sys/policies/acl/" + name,
                JSON.createObjectNode().put("policy", policy).toString());
        root(
                "POST",
                "auth/userpass/users/" + name,
                JSON.createObjectNode()
                        .put("password", password)
                        .put("token_policies", name)
                        .toString());
    }

    /** Log somebody in. */
    public String token(String name, String password) {
        return ask("POST", "auth/userpass/login/" + name, "{\"password\":\"" + password + "\"}")
                .path("auth")
                .path("client_token")
                .asText();
    }

    /** Ask it something; the answer may be a refusal. */
    public JsonNode ask(String method, String path, String body, String... options) {
        List<String> words = new ArrayList<>(
                List.of("curl", "--silent", "--show-error", "--cacert", ca().toString(), "--request", method));
        if (!body.isEmpty()) {
            words.addAll(List.of("--data", body));
        }
        words.addAll(List.of(options));
        words.add(address() + "/v1/" + path);
        try {
            return JSON.readTree(run(words.toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String... words) {
        Outcome outcome = machine.run(Command.as("root", words));
        if (!outcome.succeeded()) {
            throw new IllegalStateException("the tests need bao, openssl and curl (ci/test installs them): "
                    + String.join(" ", words) + ": " + outcome.err());
        }
        return outcome.out();
    }

    public String address() {
        return "https://127.0.0.1:" + port;
    }

    /** The certificate that its own is signed with. */
    public Path ca() {
        return file("ca.pem");
    }

    public Path audit() {
        return file("audit.log");
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    /** The machine that it runs on. */
    public Host machine() {
        return machine;
    }

    /** What an inventory says of it, where the machine is called {@code secrets}. */
    public Parameters parameters() {
        Map<String, String> said = Map.of("service", "secrets", "address", address(), "audit", audit().toString());
        return key -> Optional.ofNullable(said.get(key));
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
