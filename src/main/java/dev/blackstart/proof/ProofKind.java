package dev.blackstart.proof;

import java.util.Locale;

/** How one proves that a key is in one's hands, with tools that whoever has such a key has. */
public enum ProofKind {
    /** By reading what is encrypted to the subkey that opens stores: a signature would be made by another part. */
    OPENPGP {
        @Override
        String command(String challenge, String answer) {
            return "gpg --decrypt %s | %s > %s".formatted(challenge, ProofLine.ONLY, answer);
        }
    },
    AGE {
        @Override
        String command(String challenge, String answer) {
            return "sed -n '/^-----BEGIN/,$p' %s | age --decrypt --identity KEYFILE | %s > %s"
                    .formatted(challenge, ProofLine.ONLY, answer);
        }
    },
    /** By signing the challenge: the same key logs in, and opens files of age. */
    SSH {
        @Override
        String command(String challenge, String answer) {
            return "ssh-keygen -Y sign -n %s -f KEYFILE < %s > %s".formatted(SshSignature.NAMESPACE, challenge, answer);
        }
    };

    /** Gives what is typed in the directory of both files; KEYFILE stands for where the owner keeps the key. */
    abstract String command(String challenge, String answer);

    /** Says how a key is proved that is written as inventories write it, by its fingerprint or recipient. */
    public static ProofKind of(String key) {
        return key.startsWith("SHA256:") ? SSH : key.startsWith("age1") ? AGE : OPENPGP;
    }

    /** Spells it as answers do. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
