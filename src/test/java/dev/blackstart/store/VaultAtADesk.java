package dev.blackstart.store;

import dev.blackstart.kind.Parameters;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.testing.LocalBao;
import dev.blackstart.testing.LocalHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A real vault that holds two secrets, and a desk at which alice, who may do all with them, and bob, who may read one, sit. */
final class VaultAtADesk implements AutoCloseable {
    static final String OWN = "app/account";
    static final String OTHER = "app/other";
    private static final String ALL = "[\"create\", \"read\", \"update\", \"delete\", \"list\"]";
    private static final Duration WITHIN = Duration.ofMinutes(1);

    final LocalBao bao = LocalBao.make();
    final LocalHost host = LocalHost.make();
    final OpenPgpStore passwords = new OpenPgpStore("passwords");
    final Desk desk;
    final DrilledStore store;
    Optional<Host> machine = Optional.of(bao.machine());

    VaultAtADesk(Path base) throws IOException {
        this(base, Map.of());
    }

    /** @param otherwise what an inventory says otherwise than what is so */
    VaultAtADesk(Path base, Map<String, String> otherwise) throws IOException {
        Parameters parameters = key -> Optional.ofNullable(otherwise.get(key))
                .or(() -> bao.parameters().text(key));
        store = OpenBaoStore.read(parameters).flatMap(SecretStore::drilled).orElseThrow();
        Map<String, String> variables = new HashMap<>(store.variables());
        variables.putAll(passwords.variables());
        desk = new Desk(host, variables);
        PersonalKeys keys = new PersonalKeys(desk);
        keys.arrive(base, Set.of());
        keys.make(List.of("alice", "bob"));
        passwords.make(ground(), List.of(making("vault-login-alice"), making("vault-login-bob")));
        bao.person("alice", password("alice"), "path \"kv/*\" { capabilities = " + ALL + " }");
        bao.person("bob", password("bob"), "path \"kv/data/" + OTHER + "\" { capabilities = [\"read\"] }");
        for (int i = 0; i < 2; i++) {
            put("vault-share-" + List.of("alice", "bob").get(i), bao.shares().get(i));
        }
        Files.copy(bao.ca(), host.file("documents/vault-ca.pem"));
        store.make(ground(), List.of(making(OWN), making(OTHER)));
        Path kept = OwnFiles.directory(base.resolve("vault"));
        store.keep(ground(), kept);
        store.arrive(ground(), kept);
    }

    private static Making making(String name) {
        return new Making(
                name, Optional.of(new Generator(Generator.Kind.HEX, "", 16)), new TreeSet<>(List.of("alice", "bob")));
    }

    private void put(String name, String value) {
        desk.run(
                value,
                WITHIN,
                List.of(
                        "bash",
                        "-c",
                        "gpg --batch --quiet --trust-model always --encrypt -r '<alice@people.invalid>' -o \"$PASSWORD_STORE_DIR/$1.gpg\"",
                        "put",
                        name));
    }

    Ground ground() {
        return new Ground(desk, name -> name.equals("secrets") ? machine : Optional.empty());
    }

    String password(String person) {
        return type("gpg --batch --quiet --decrypt \"$PASSWORD_STORE_DIR/vault-login-" + person + ".gpg\"")
                .out();
    }

    Outcome type(String script) {
        return desk.run("", WITHIN, List.of("bash", "-euo", "pipefail", "-c", script));
    }

    Outcome open(String secret) {
        return type(store.show(secret));
    }

    /** Ask for a secret from this address, with this token. */
    void ask(String secret, String token, String address) {
        bao.ask("GET", "kv/data/" + secret, "", "--interface", address, "--header", "X-Vault-Token: " + token);
    }

    void ask(String secret, String token) {
        ask(secret, token, "127.0.0.1");
    }

    void seal() {
        bao.root("PUT", "sys/seal", "");
    }

    @Override
    public void close() throws IOException {
        bao.close();
        host.close();
    }
}
