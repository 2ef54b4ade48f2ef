package dev.blackstart.secret;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What a found text is: which secret, written in which form. */
record Shape(String secret, Form form) {
    /** Values with fewer characters, blanks not counted, would be found in ordinary text. */
    static final int SHORTEST = 6;

    private static final Set<Form> WHOLE = EnumSet.complementOf(EnumSet.of(Form.LINE));

    private static final Set<Form> AS_IT_IS = EnumSet.of(Form.PLAIN, Form.CASE);

    /**
     * List every text that gives one of the secrets away, without its blanks.
     *
     * @throws UnhideableSecretException if a value is too short
     */
    static Map<String, Shape> of(Collection<Secret> secrets) {
        return of(secrets, secret -> WHOLE);
    }

    /**
     * List those that {@link Windows} alone would not hide. Of a key file they hide all that is secret in any encoding of it;
     * those are long, and many.
     *
     * @throws UnhideableSecretException if a value is too short
     */
    static Map<String, Shape> besidesWindows(Collection<Secret> secrets) {
        return of(secrets, secret -> Windows.encoded(secret) && Pieces.keyFile(secret) ? AS_IT_IS : WHOLE);
    }

    private static Map<String, Shape> of(Collection<Secret> secrets, Function<Secret, Set<Form>> forms) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Secret secret : secrets) {
            if (Blank.without(Form.text(secret.revealBytes())).length() < SHORTEST) {
                throw new UnhideableSecretException(secret, SHORTEST);
            }
            for (Form form : forms.apply(secret)) {
                add(shapes, secret, form, Pieces.whole(secret));
            }
            String known = PublicHalf.of(secret);
            add(
                    shapes,
                    secret,
                    Form.LINE,
                    Pieces.partial(secret).stream()
                            .filter(line -> !known.contains(Blank.without(Form.text(line))))
                            .toList());
        }
        return shapes;
    }

    /** What stands in place of the value. */
    String mark() {
        return "[secret:" + secret + "]";
    }

    private static void add(Map<String, Shape> shapes, Secret secret, Form form, List<byte[]> pieces) {
        for (byte[] piece : pieces) {
            for (String text : form.write(piece)) {
                String solid = Blank.without(text);
                if (solid.length() >= SHORTEST) {
                    shapes.putIfAbsent(solid, new Shape(secret.name(), form));
                }
            }
        }
    }
}
