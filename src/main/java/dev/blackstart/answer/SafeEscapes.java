package dev.blackstart.answer;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.blackstart.terminal.SafeText;
import org.jspecify.annotations.Nullable;

/** Escapes in JSON what no terminal should be sent; whoever parses it still has every character. */
final class SafeEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
        return Character.isSurrogate((char) ch)
                        || SafeText.shown(Character.toString(ch)).equals(Character.toString(ch))
                ? null
                : new SerializedString("\\u%04X".formatted(ch));
    }
}
