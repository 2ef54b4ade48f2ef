package dev.blackstart.store;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.List;
import java.util.Optional;

/**
 * A vault that is unsealed by shares: a server whose secrets lie in a key-value engine of version 2, each as the field
 * {@value #FIELD} of a path that is called as the secret.
 *
 * @param service the machine that runs it
 * @param address of its API, as the responder reaches it
 * @param ca the certificate that its own is signed with, relative to the responder's home
 * @param mount where the engine is mounted
 * @param audit the file on its machine to which it logs what was asked of it
 * @param login what the password of a person's login is called in the password-store; {@value #NAME} is the person
 * @param share the same of a person's share of the key that unseals it
 */
@Word("openbao")
record OpenBaoStore(
        Optional<String> service, String address, String ca, String mount, String audit, String login, String share)
        implements SecretStore {
    static final String FIELD = "value";

    /** Stands for the person in the names of logins and shares. */
    static final String NAME = "NAME";

    static Optional<OpenBaoStore> read(Parameters parameters) {
        Optional<String> service = parameters.text("service");
        return Optional.of(new OpenBaoStore(
                service,
                parameters.text("address").orElse("https://" + service.orElse("vault") + ":8200"),
                parameters.text("ca").orElse("documents/vault-ca.pem"),
                parameters.text("mount").orElse("kv"),
                parameters.text("audit").orElse("/var/log/openbao/audit.log"),
                parameters.text("login").orElse("vault-login-" + NAME),
                parameters.text("share").orElse("vault-share-" + NAME)));
    }

    @Override
    public String noun() {
        return "OpenBao";
    }

    @Override
    public List<Mention> mentions(String code) {
        return VaultWords.mentions(code);
    }

    @Override
    public Optional<DrilledStore> drilled() {
        return Optional.of(new DrilledVault(this));
    }

    /** The path of a secret's newest value in the API. */
    String data(String secret) {
        return mount + "/data/" + secret;
    }
}
