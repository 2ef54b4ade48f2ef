package dev.blackstart.commission;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Step;
import dev.blackstart.recovery.RecoveryException;
import dev.blackstart.recovery.Responder;
import dev.blackstart.store.Making;
import dev.blackstart.store.PersonalKeys;
import dev.blackstart.store.StoreException;
import java.util.List;
import java.util.TreeSet;

/** Makes people's keys, the stores and their secrets at the commissioning workstation; hosts come from the provider. */
final class Makers implements Step.Verb.Doer {
    private final Step.Verb.Doer provider;
    private final Responder workstation;
    private final Inventory inventory;
    private final Runnable made;

    /** @param made is told once the secrets are there */
    Makers(Step.Verb.Doer provider, Responder workstation, Inventory inventory, Runnable made) {
        this.provider = provider;
        this.workstation = workstation;
        this.inventory = inventory;
        this.made = made;
    }

    @Override
    public void provision(List<String> hosts) {
        provider.provision(hosts);
    }

    @Override
    public void makePeople() {
        refusing(() ->
                new PersonalKeys(workstation.desk()).make(inventory.people().keySet()));
    }

    @Override
    public void makeSecrets(List<String> stores) {
        refusing(() -> {
            for (String store : stores.isEmpty() ? inventory.stores().keySet() : stores) {
                workstation.stores().make(store, workstation.ground(), makings(store));
            }
        });
        made.run();
    }

    /** What could not be made fails the step of the page that asks for it. */
    private static void refusing(Runnable task) {
        try {
            task.run();
        } catch (StoreException e) {
            throw new RecoveryException(String.valueOf(e.getMessage()));
        }
    }

    private List<Making> makings(String store) {
        return inventory.secrets().values().stream()
                .filter(secret -> secret.store().equals(store))
                .map(Makers::making)
                .toList();
    }

    private static Making making(DocumentedSecret secret) {
        return new Making(
                secret.name(),
                secret.generate(),
                new TreeSet<>(secret.openedBy().people()));
    }
}
