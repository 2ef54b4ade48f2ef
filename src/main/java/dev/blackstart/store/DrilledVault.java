package dev.blackstart.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Scripts;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.VaultApi.Ask;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vault in a replica. Its own snapshots outlive a disaster, so nothing of it is kept but what people know: with their shares
 * it is unsealed before anybody sits down, as it is in everyday life, and with their logins a control withholds.
 */
final class DrilledVault implements DrilledStore {
    private static final String LOGINS = "logins";
    private static final String SHARES = "shares";

    private final OpenBaoStore vault;
    private final VaultApi api;
    private final VaultLogins logins;
    private final VaultSecrets secrets;
    private final VaultChanges changes;
    private final Map<String, Secret> shares = new LinkedHashMap<>();

    DrilledVault(OpenBaoStore vault) {
        this.vault = vault;
        this.api = new VaultApi(vault);
        this.logins = new VaultLogins(vault, api);
        this.secrets = new VaultSecrets(vault, logins);
        this.changes = new VaultChanges(secrets, this::open);
    }

    @Override
    public Map<String, String> variables() {
        String ca = Desk.HOME + "/" + vault.ca();
        return Map.of("BAO_ADDR", vault.address(), "BAO_CACERT", ca, "VAULT_ADDR", vault.address(), "VAULT_CACERT", ca);
    }

    @Override
    public void make(Ground ground, List<Making> making) {
        logins.learn(ground.desk());
        for (Making one : making) {
            one.generator()
                    .map(generator -> FreshValue.made(ground.desk(), one.name(), generator))
                    .ifPresent(value -> secrets.write(ground.desk(), one.name(), value));
        }
    }

    /** Nothing, where it is not open yet, or to nobody: it is filled later. */
    @Override
    public Map<String, Secret> values(Ground ground) {
        logins.learn(ground.desk());
        return logins.known() && open(ground.desk()) ? secrets.all(ground.desk()) : Map.of();
    }

    @Override
    public void keep(Ground ground, Path directory) {
        logins.learn(ground.desk());
        secrets.mustBeListed(ground.desk());
        logins.keep(directory.resolve(LOGINS));
        VaultLogins.keep(VaultLogins.people(ground.desk(), vault.share()), directory.resolve(SHARES));
    }

    /** Nothing comes to the desk: people have their logins and shares in the password-store. */
    @Override
    public void arrive(Ground ground, Path directory) {
        logins.kept(directory.resolve(LOGINS));
        shares.putAll(VaultLogins.read(directory.resolve(SHARES)));
    }

    @Override
    public void serve(Ground ground) {
        Desk desk = ground.desk();
        JsonNode status =
                api.ask(desk, new Ask("GET", "sys/seal-status").patiently()).body();
        for (Secret share : shares.values()) {
            if (status.path("sealed").asBoolean(false)) {
                JsonNode key = VaultApi.JSON.createObjectNode().put("key", share.reveal());
                status = api.ask(desk, new Ask("PUT", "sys/unseal").with(key)).body();
            }
        }
        if (status.path("sealed").asBoolean(true)) {
            throw new StoreException(
                    "the vault %s is not what it is in everyday life: it is sealed, and the shares that were kept (%s in the password-store) do not change that"
                            .formatted(vault.address(), vault.share()));
        }
        api.ask(desk, new Ask("GET", "sys/health").patiently()); // unsealed, it may still be electing itself
    }

    @Override
    public StoreWatch watch(Ground ground) {
        return new VaultWatch(vault, ground, api, changes);
    }

    @Override
    public Restore withhold(Ground ground, String secret) {
        return changes.make(ground.desk(), new VaultChanges.Removed(secret));
    }

    @Override
    public Restore replace(Ground ground, Secret other) {
        return changes.make(ground.desk(), new VaultChanges.Replaced(other));
    }

    @Override
    public Optional<Refusal> refused(String said) {
        return VaultWords.refused(said, vault.mount());
    }

    @Override
    public List<Secret> told(String said) {
        return VaultWords.told(said);
    }

    /** Logs in as each person whose login opens there, until one of them may read it. */
    @Override
    public String show(String secret) {
        return """
                login='%s' ca="$HOME/%s" api='%s/v1' path='%s'
                secret='%s/v1/%s'
                """.formatted(
                                vault.login(),
                                vault.ca(),
                                vault.address(),
                                vault.data(secret),
                                vault.address(),
                                vault.data(secret))
                + Scripts.text(DrilledVault.class, "vault-show.sh");
    }

    private boolean open(Desk desk) {
        return api.ask(desk, new Ask("GET", "sys/health").byAnybody()).good();
    }
}
