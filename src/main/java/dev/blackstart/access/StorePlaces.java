package dev.blackstart.access;

import dev.blackstart.access.SinglePoint.Kind;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.Site;
import dev.blackstart.definition.Store;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where stores lie: at the site of the service that runs them; those that none runs are with whoever has the documents. */
final class StorePlaces {
    private final Set<Place> places = new LinkedHashSet<>();

    /**
     * Something that can be lost, and the stores that are lost with it.
     *
     * @param stores in no order
     */
    record Place(Kind kind, String name, Set<String> stores) {}

    StorePlaces(Inventory inventory, Map<String, Service> services, Map<String, Site> sites) {
        sites.values().forEach(site -> add(Kind.SITE, site.name(), lyingAt(inventory, services, List.of(site))));
        for (String provider : sites.values().stream().map(Site::provider).toList()) {
            List<Site> of = sites.values().stream()
                    .filter(site -> site.provider().equals(provider))
                    .toList();
            add(Kind.PROVIDER, provider, lyingAt(inventory, services, of));
        }
        for (String jurisdiction : sites.values().stream()
                .flatMap(site -> site.jurisdiction().stream())
                .toList()) {
            List<Site> in = sites.values().stream()
                    .filter(site -> site.jurisdiction().equals(Optional.of(jurisdiction)))
                    .toList();
            add(Kind.JURISDICTION, jurisdiction, lyingAt(inventory, services, in));
        }
        inventory.stores().keySet().forEach(store -> add(Kind.STORE, store, Set.of(store)));
    }

    static StorePlaces of(EnvironmentDefinition environment) {
        return new StorePlaces(environment.inventory(), environment.services(), environment.sites());
    }

    static StorePlaces of(Inventory inventory) {
        return new StorePlaces(inventory, Map.of(), Map.of());
    }

    private void add(Kind kind, String name, Set<String> stores) {
        if (!stores.isEmpty()) {
            places.add(new Place(kind, name, stores));
        }
    }

    private static Set<String> lyingAt(Inventory inventory, Map<String, Service> services, List<Site> sites) {
        Set<String> stores = new LinkedHashSet<>();
        for (Store store : inventory.stores().values()) {
            store.kind()
                    .service()
                    .map(services::get)
                    .flatMap(Service::site)
                    .filter(site -> sites.stream().anyMatch(one -> Objects.equals(one.name(), site)))
                    .ifPresent(site -> stores.add(store.name()));
        }
        return stores;
    }

    Set<Place> all() {
        return places;
    }
}
