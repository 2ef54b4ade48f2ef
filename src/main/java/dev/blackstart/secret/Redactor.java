package dev.blackstart.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces secret values by {@code [secret:NAME]} in text and streams of any size.
 *
 * <p>A value is found as it is, and so is each run of {@value Form#RUN} characters or more of it: in any case, in base64
 * (standard and URL-safe, wherever it stands in a longer text), base32 and hex, and escaped for URLs, JSON, HTML, XML,
 * shells and SQL, also when blanks and line breaks are strewn in. In a whole text, what {@code xxd}, {@code od} and
 * {@code hexdump} print of it is found, too. What is public in a value (a certificate, a PEM header) is not hidden, nor
 * what is named as no secret. What shares a character of base64 or base32 with the first or last bits of a run may show
 * up to 6 of them.
 *
 * <p>Immutable; streams made by it are for one thread each.
 */
public final class Redactor {
    private final Set<Secret> secrets;
    private final Automaton automaton;
    private final Windows windows;
    private final Dumps dumps;
    private final Spared spared;

    private Redactor(Set<Secret> secrets, Spared spared) {
        this.secrets = secrets;
        this.spared = spared;
        this.automaton = new Automaton(Shape.besidesWindows(secrets));
        this.windows = Windows.of(secrets, spared);
        this.dumps = new Dumps(windows);
    }

    /**
     * Hide these.
     *
     * @throws UnhideableSecretException if a value has fewer than 6 characters, blanks not counted
     */
    public static Redactor of(Collection<Secret> secrets) {
        return new Redactor(new LinkedHashSet<>(secrets), Spared.words());
    }

    /** Hide nothing yet. */
    public static Redactor none() {
        return of(List.of());
    }

    /** Hide these too; this redactor and its streams stay as they are. */
    public Redactor with(Collection<Secret> more) {
        List<Secret> all = new ArrayList<>(secrets);
        all.addAll(more);
        return new Redactor(new LinkedHashSet<>(all), spared);
    }

    /** Leave these words, though a part of a value may read so: everybody knows them. */
    public Redactor sparing(Collection<String> words) {
        return new Redactor(secrets, spared.and(words));
    }

    /** Redact a whole text. */
    public String redact(CharSequence text) {
        if (secrets.isEmpty()) {
            return text.toString();
        }
        Spans found = new Spans();
        Sieve sieve = new Sieve(automaton, windows, found);
        sieve.write(text);
        sieve.finish();
        dumps.find(text, found);
        return found.without(text);
    }

    /** Redact a stream of text. */
    public RedactedText text() {
        return new RedactedText(automaton, windows);
    }

    /** Redact a stream of bytes in UTF-8 or any other superset of ASCII. */
    public RedactedBytes bytes() {
        return new RedactedBytes(automaton, windows);
    }

    @Override
    public String toString() {
        return "Redactor" + secrets;
    }
}
