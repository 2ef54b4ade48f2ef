package dev.blackstart.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces secret values by {@code [secret:NAME]} in text and streams of any size.
 *
 * <p>A value is found as it is, in base64 (standard and URL-safe, wherever it stands in a longer text), in hex, and
 * escaped for URLs, JSON, HTML and XML, also when blanks and line breaks are strewn in. Of a value of several lines,
 * each line of 16 characters or more is hidden on its own, unless it is public (a certificate, a PEM header). What
 * shares a base64 character with a value's first or last bits may show up to 4 of them.
 *
 * <p>Immutable; streams made by it are for one thread each.
 */
public final class Redactor {
    private final Set<Secret> secrets;
    private final Automaton automaton;

    private Redactor(Set<Secret> secrets) {
        this.secrets = secrets;
        this.automaton = new Automaton(Shape.of(secrets));
    }

    /**
     * Hide these.
     *
     * @throws UnhideableSecretException if a value has fewer than 6 characters, blanks not counted
     */
    public static Redactor of(Collection<Secret> secrets) {
        return new Redactor(new LinkedHashSet<>(secrets));
    }

    /** Hide nothing yet. */
    public static Redactor none() {
        return of(List.of());
    }

    /** Hide these too; this redactor and its streams stay as they are. */
    public Redactor with(Collection<Secret> more) {
        List<Secret> all = new ArrayList<>(secrets);
        all.addAll(more);
        return of(all);
    }

    /** Redact a whole text. */
    public String redact(CharSequence text) {
        RedactedText stream = text();
        return stream.write(text) + stream.finish();
    }

    /** Redact a stream of text. */
    public RedactedText text() {
        return new RedactedText(automaton);
    }

    /** Redact a stream of bytes in UTF-8 or any other superset of ASCII. */
    public RedactedBytes bytes() {
        return new RedactedBytes(automaton);
    }

    @Override
    public String toString() {
        return "Redactor" + secrets;
    }
}
