package dev.blackstart.drift;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.artefact.AuthorizedKeys;
import dev.blackstart.artefact.AuthorizedKeys.Entry;
import dev.blackstart.artefact.ExpiryTime;
import dev.blackstart.artefact.LoginOptions;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may log in to a server against who is documented. */
final class AuthorizedDrift {
    private final Holders holders;
    private final Optional<Inventory> inventory;
    private final Instant now;
    private final Findings findings;

    AuthorizedDrift(Holders holders, Optional<Inventory> inventory, Instant now, Findings findings) {
        this.holders = holders;
        this.inventory = inventory;
        this.now = now;
        this.findings = findings;
    }

    /** Tells what is wrong with the lines of a server, and whom each lets in. */
    List<Login> compare(AuthorizedKeys server) {
        findings.addAll(server.faults());
        List<Login> logins = server.entries().stream().map(this::login).toList();
        logins.stream().filter(login -> login.state() == Login.State.AUTHORITY).forEach(this::authority);
        logins.stream().filter(login -> login.state() == Login.State.EXPIRED).forEach(this::expired);
        inventory.ifPresent(documents -> {
            logins.stream()
                    .filter(login -> login.letsIn() && login.person().isEmpty())
                    .forEach(this::undocumented);
            documents.people().values().forEach(person -> missing(person, server, logins));
        });
        return logins;
    }

    private Login login(Entry entry) {
        LoginOptions options = entry.options();
        Login.State state = options.expiry().filter(end -> end.passed(now)).isPresent()
                ? Login.State.EXPIRED
                : options.authority()
                        ? Login.State.AUTHORITY
                        : options.restrictions().isEmpty() ? Login.State.FULL : Login.State.RESTRICTED;
        return new Login(
                state,
                holders.personOfSsh(entry.fingerprint()),
                entry.type(),
                entry.fingerprint(),
                entry.comment(),
                options.restrictions(),
                options.expiry().map(ExpiryTime::shown),
                entry.place());
    }

    private void authority(Login login) {
        findings.add(
                DriftCode.AUTHORIZED_AUTHORITY,
                login.place(),
                "lets in whoever has a certificate of %s".formatted(login.fingerprint()),
                "Nobody can tell from here who has one: let the authority say whom it has signed, or put their own keys there in its stead.");
    }

    private void expired(Login login) {
        findings.add(
                DriftCode.AUTHORIZED_EXPIRED,
                login.place(),
                "the server has refused the key of %s since %s"
                        .formatted(
                                login.person().orElse(shown(login)),
                                login.until().orElseThrow()),
                "Remove the line; if somebody is to log in with the key again, give it a later `expiry-time`.");
    }

    private static String shown(Login login) {
        return "%s %s%s"
                .formatted(
                        login.key(),
                        login.fingerprint(),
                        login.comment().isEmpty() ? "" : " (" + login.comment() + ")");
    }

    private void undocumented(Login login) {
        findings.add(
                DriftCode.AUTHORIZED_UNDOCUMENTED,
                login.place(),
                "no document names this key: %s".formatted(shown(login)),
                "If its owner is in the inventory, add it to their keys: `keys: [\"%s\"]`; if nobody is to log in with it, remove the line."
                        .formatted(login.fingerprint()));
    }

    private void missing(Person person, AuthorizedKeys server, List<Login> logins) {
        List<String> documented =
                person.keys().stream().filter(key -> key.startsWith("SHA256:")).toList();
        if (!documented.isEmpty()
                && server.faults().stream().noneMatch(fault -> fault.code() == ArtefactCode.UNREADABLE)
                && logins.stream().filter(Login::letsIn).noneMatch(login -> documented.contains(login.fingerprint()))) {
            findings.add(
                    DriftCode.AUTHORIZED_MISSING,
                    person.place(),
                    "no documented key of %s may log in by %s".formatted(person.name(), server.file()),
                    "If %s is to log in there, add a line with such a key; if the key is used no more, take it out of `keys`."
                            .formatted(person.name()));
        }
    }
}
