package dev.blackstart.secret;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a found text is: which secret, written in which form. */
record Shape(String secret, Form form) {
    /** Values with fewer characters, blanks not counted, would be found in ordinary text. */
    static final int SHORTEST = 6;

    private static final Set<Form> WHOLE = EnumSet.complementOf(EnumSet.of(Form.LINE));

    /**
     * List every text that gives one of the secrets away, without its blanks.
     *
     * @throws UnhideableSecretException if a value is too short
     */
    static Map<String, Shape> of(Collection<Secret> secrets) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Secret secret : secrets) {
            if (Blank.without(Form.text(secret.revealBytes())).length() < SHORTEST) {
                throw new UnhideableSecretException(secret, SHORTEST);
            }
            for (Form form : WHOLE) {
                add(shapes, secret, form, Pieces.whole(secret));
            }
            add(shapes, secret, Form.LINE, Pieces.partial(secret));
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
