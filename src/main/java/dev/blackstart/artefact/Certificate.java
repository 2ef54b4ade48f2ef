package dev.blackstart.artefact;

import dev.blackstart.artefact.PublicKey.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says of itself. Only signatures that the primary key really made count: a key file that lies in a
 * store can be written by whoever writes to the store.
 */
final class Certificate {
    private static final BcPGPContentVerifierBuilderProvider VERIFIERS = new BcPGPContentVerifierBuilderProvider();
    private static final int ENCRYPTION = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

    private final PGPPublicKeyRing ring;
    private final PGPPublicKey primary;
    private final String source;

    Certificate(PGPPublicKeyRing ring, String source) {
        this.ring = ring;
        this.primary = ring.getPublicKey();
        this.source = source;
    }

    PublicKey read(boolean disabled) {
        List<String> userIds = new ArrayList<>();
        List<PGPSignature> own = new ArrayList<>(own(primary, PGPSignature.DIRECT_KEY));
        for (String userId : userIds()) {
            newest(certifications(userId, false)).ifPresent(newest -> {
                own.add(newest);
                if (!outdone(newest, certifications(userId, true))) {
                    userIds.add(userId);
                }
            });
        }
        boolean revoked = !own(primary, PGPSignature.KEY_REVOCATION).isEmpty();
        Component main = component(primary, newest(own), revoked);
        List<Component> subkeys = new ArrayList<>();
        for (PGPPublicKey key : ring) {
            if (key != primary && !key.isMasterKey()) {
                subkeys.add(component(
                        key,
                        newest(own(key, PGPSignature.SUBKEY_BINDING)),
                        !own(key, PGPSignature.SUBKEY_REVOCATION).isEmpty()));
            }
        }
        return new PublicKey(main.fingerprint(), userIds, main, subkeys, disabled, source);
    }

    /** Lists the user ids without looking at their signatures. */
    List<String> userIds() {
        List<String> ids = new ArrayList<>();
        primary.getUserIDs().forEachRemaining(ids::add);
        return ids;
    }

    /** Encrypts a text to one component, and to no other. */
    Optional<String> encrypted(String fingerprint, String text) {
        for (PGPPublicKey key : ring) {
            if (fingerprint(key).equals(fingerprint)) {
                return Encryption.armored(key, text);
            }
        }
        return Optional.empty();
    }

    PGPPublicKeyRing ring() {
        return ring;
    }

    String source() {
        return source;
    }

    static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
    }

    static String id(PGPPublicKey key) {
        return String.format(Locale.ROOT, "%016X", key.getKeyID());
    }

    private static Component component(PGPPublicKey key, Optional<PGPSignature> binding, boolean revoked) {
        int algorithm = key.getAlgorithm();
        Optional<PGPSignatureSubpacketVector> said =
                binding.map(PGPSignature::getHashedSubPackets).filter(hashed -> hashed != null);
        int flags = said.map(PGPSignatureSubpacketVector::getKeyFlags).orElse(0);
        long seconds =
                said.map(PGPSignatureSubpacketVector::getKeyExpirationTime).orElse(0L);
        boolean able = Algorithms.encrypts(algorithm) && (flags == 0 || (flags & ENCRYPTION) != 0);
        Instant created = key.getCreationTime().toInstant();
        return new Component(
                fingerprint(key),
                id(key),
                Algorithms.name(algorithm),
                Algorithms.known(algorithm),
                binding.isPresent() && able,
                revoked,
                created,
                seconds == 0 ? Optional.empty() : Optional.of(created.plusSeconds(seconds)));
    }

    private List<PGPSignature> certifications(String userId, boolean revocations) {
        return stream(primary.getSignaturesForID(userId))
                .filter(PGPSignature::isCertification)
                .filter(signature ->
                        revocations == (signature.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION))
                .filter(signature -> verified(signature, () -> signature.verifyCertification(userId, primary)))
                .toList();
    }

    private List<PGPSignature> own(PGPPublicKey key, int type) {
        return stream(key.getSignaturesOfType(type))
                .filter(signature -> verified(
                        signature,
                        () -> key == primary
                                ? signature.verifyCertification(primary)
                                : signature.verifyCertification(primary, key)))
                .toList();
    }

    private static Stream<PGPSignature> stream(@Nullable Iterator<PGPSignature> signatures) {
        if (signatures == null) {
            return Stream.of();
        }
        Iterable<PGPSignature> iterable = () -> signatures;
        return StreamSupport.stream(iterable.spliterator(), false);
    }

    private interface Verification {
        boolean verify() throws PGPException;
    }

    private boolean verified(PGPSignature signature, Verification verification) {
        if (signature.getKeyID() != primary.getKeyID() && signature.getKeyID() != 0) {
            return false;
        }
        try {
            signature.init(VERIFIERS, primary);
            return verification.verify();
        } catch (PGPException | RuntimeException e) {
            return false; // Bouncy Castle throws all kinds at algorithms and numbers that it does not know.
        }
    }

    private static Optional<PGPSignature> newest(List<PGPSignature> signatures) {
        return signatures.stream().max(Comparator.comparing(Certificate::made));
    }

    private static boolean outdone(PGPSignature certification, List<PGPSignature> revocations) {
        return revocations.stream().anyMatch(revocation -> !made(revocation).isBefore(made(certification)));
    }

    private static Instant made(PGPSignature signature) {
        return signature.getCreationTime().toInstant();
    }
}
