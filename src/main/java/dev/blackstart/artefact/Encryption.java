package dev.blackstart.artefact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Writes OpenPGP messages that any gpg of the last twenty years can read. */
final class Encryption {
    private Encryption() {}

    /** Gives the message to the key alone; empty where its algorithm is not known here. */
    static Optional<String> armored(PGPPublicKey key, String text) {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            try (OutputStream armor =
                    ArmoredOutputStream.builder().clearHeaders().build(message)) {
                write(key, text.getBytes(StandardCharsets.UTF_8), armor);
            }
            return Optional.of(message.toString(StandardCharsets.US_ASCII));
        } catch (IOException | PGPException | RuntimeException e) {
            return Optional.empty(); // Bouncy Castle throws all kinds at algorithms and numbers that it does not know.
        }
    }

    private static void write(PGPPublicKey key, byte[] text, OutputStream to) throws IOException, PGPException {
        PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
        try (OutputStream encrypted = encryption.open(to, new byte[1 << 12]);
                OutputStream literal = new PGPLiteralDataGenerator()
                        .open(encrypted, PGPLiteralData.UTF8, "", text.length, PGPLiteralData.NOW)) {
            literal.write(text);
        }
    }
}
