package dev.blackstart.artefact;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import org.bouncycastle.bcpg.ArmoredInputStream;

/** The content of an armor; what breaks off before the armor's last line breaks off here as an {@link EOFException}. */
final class WholeArmor extends FilterInputStream {
    private final ArmoredInputStream armor;

    WholeArmor(ArmoredInputStream armor) {
        super(armor);
        this.armor = armor;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        return octet < 0 ? ended() : octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        return count < 0 ? ended() : count;
    }

    private int ended() throws EOFException {
        if (!armor.isEndOfStream()) {
            throw new EOFException("the armor ends early");
        }
        return -1;
    }
}
