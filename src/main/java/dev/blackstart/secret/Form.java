package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The ways in which a value can be written down, each with every text that a common encoder makes of it. */
enum Form {
    PLAIN {
        @Override
        List<String> write(byte[] value) {
            // Bytes are searched as ISO-8859-1, text as it is: both shapes of a value beyond ASCII are looked for.
            return List.of(text(value), new String(value, ISO_8859_1));
        }
    },
    /** All letters large, or all small. */
    CASE {
        @Override
        List<String> write(byte[] value) {
            String text = text(value);
            return List.of(text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
        }
    },
    /** One line of a value of several lines, as a pager or {@code grep} shows it. */
    LINE {
        @Override
        List<String> write(byte[] value) {
            return List.of(text(value));
        }
    },
    BASE64 {
        /** As many of its characters depend on eight bytes alone, wherever those stand. */
        @Override
        int window() {
            return 10;
        }

        @Override
        List<String> write(byte[] value) {
            List<String> texts = new ArrayList<>();
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                for (int before = 0; before < 3; before++) {
                    texts.add(core(encoder, before, value));
                }
                texts.add(encoder.withoutPadding().encodeToString(value));
            }
            return texts;
        }

        /** The characters that depend on the value alone when {@code before} bytes (modulo 3) stand in front of it. */
        private String core(Base64.Encoder encoder, int before, byte[] value) {
            byte[] shifted = new byte[before + value.length];
            System.arraycopy(value, 0, shifted, before, value.length);
            int first = (before * 8 + 5) / 6;
            int end = shifted.length * 8 / 6;
            return encoder.encodeToString(shifted).substring(first, end);
        }
    },
    /** RFC 4648. */
    BASE32 {
        /** As many of its characters depend on eight bytes alone, wherever those stand. */
        @Override
        int window() {
            return 12;
        }

        @Override
        List<String> write(byte[] value) {
            List<String> texts = new ArrayList<>();
            for (int before = 0; before < 5; before++) {
                texts.add(core(before, value));
            }
            return texts;
        }

        /** The characters that depend on the value alone when {@code before} bytes (modulo 5) stand in front of it. */
        private String core(int before, byte[] value) {
            int first = (before * 8 + 4) / 5;
            int end = (before + value.length) * 8 / 5;
            StringBuilder text = new StringBuilder();
            for (int at = first; at < end; at++) {
                int letter = 0;
                for (int bit = at * 5 - before * 8; bit < at * 5 - before * 8 + 5; bit++) {
                    letter = (letter << 1) | ((value[bit >> 3] >> (7 - (bit & 7))) & 1);
                }
                text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(letter));
            }
            return text.toString();
        }
    },
    HEX {
        @Override
        int window() {
            return 2 * RUN;
        }

        @Override
        int step() {
            return 2;
        }

        @Override
        List<String> write(byte[] value) {
            return List.of(
                    HexFormat.of().formatHex(value),
                    HexFormat.of().withUpperCase().formatHex(value));
        }
    },
    URL {
        @Override
        boolean escapes() {
            return true;
        }

        @Override
        List<String> write(byte[] value) {
            List<String> texts = new ArrayList<>();
            for (HexFormat hex : List.of(HexFormat.of(), HexFormat.of().withUpperCase())) {
                for (String spared : SPARED) {
                    String text = percent(value, hex, spared);
                    texts.add(text);
                    texts.add(text.replace("%20", "+"));
                }
            }
            return texts;
        }

        private String percent(byte[] value, HexFormat hex, String spared) {
            StringBuilder text = new StringBuilder();
            for (byte b : value) {
                if ((b >= 0 && Character.isLetterOrDigit(b)) || (b >= 0 && spared.indexOf(b) >= 0)) {
                    text.append((char) b);
                } else {
                    text.append('%').append(hex.toHexDigits(b));
                }
            }
            return text.toString();
        }
    },
    JSON {
        @Override
        boolean escapes() {
            return true;
        }

        @Override
        List<String> write(byte[] value) {
            List<String> texts = new ArrayList<>();
            for (String text : PLAIN.write(value)) {
                texts.add(Escape.json(text, "", HexFormat.of()));
                texts.add(Escape.json(text, "/", HexFormat.of()));
            }
            for (HexFormat hex : List.of(HexFormat.of(), HexFormat.of().withUpperCase())) {
                texts.add(Escape.asciiJson(text(value), "", hex));
                texts.add(Escape.asciiJson(text(value), "/", hex));
                texts.add(Escape.json(text(value), "<>&", hex));
                texts.add(Escape.asciiJson(text(value), "<>&", hex));
            }
            return texts;
        }
    },
    MARKUP {
        @Override
        boolean escapes() {
            return true;
        }

        @Override
        List<String> write(byte[] value) {
            return Escape.markup(text(value));
        }
    },
    /** For a shell ({@code printf %q}, single quotes) or for SQL. */
    QUOTED {
        @Override
        boolean escapes() {
            return true;
        }

        @Override
        List<String> write(byte[] value) {
            return Escape.quoted(text(value));
        }
    };

    /** So many characters of a value betray it. */
    static final int RUN = 8;

    /** What encoders leave as it is: RFC 3986, HTML forms, paths, and JavaScript's encodeURIComponent and encodeURI. */
    private static final List<String> SPARED = List.of("-._~", "-._*", "-._~/", "-._~!'()*", "-._~!'()*;,/?:@&=+$#");

    /** How many characters a run of {@link #RUN} of a value has in this form, at least. */
    int window() {
        return RUN;
    }

    /** How many characters the next run begins behind one. */
    int step() {
        return 1;
    }

    /** Whether what a run of a value looks like depends on its characters. */
    boolean escapes() {
        return false;
    }

    /** Whether nobody escapes this character. */
    static boolean spared(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Write a value down in every way of this form; repeated texts are harmless. */
    abstract List<String> write(byte[] value);

    /** The value as readers see it: UTF-8 if it is that, else one character a byte. */
    static String text(byte[] value) {
        String text = new String(value, UTF_8);
        return Arrays.equals(text.getBytes(UTF_8), value) ? text : new String(value, ISO_8859_1);
    }
}
