package dev.blackstart.drill;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.recovery.Responder;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.DrilledStore;
import java.util.List;
import java.util.Optional;

/** Puts other values in the place of secrets, each hidden from every report before anybody can open it. */
final class OtherValues {
    private final AttemptContext context;
    private final Responder responder;

    OtherValues(AttemptContext context, Responder responder) {
        this.context = context;
        this.responder = responder;
    }

    DrilledStore.Restore put(String name) {
        Secret own = Optional.ofNullable(context.run().secrets().documented().get(name))
                .orElseThrow(() -> new IllegalStateException("nobody knows the value of " + name));
        Secret other = responder
                .stores()
                .fresh(
                        responder.ground(),
                        own,
                        Optional.ofNullable(context.drill()
                                        .environment()
                                        .inventory()
                                        .secrets()
                                        .get(name))
                                .flatMap(DocumentedSecret::generate))
                .orElseThrow(() -> new IllegalStateException("no other value of " + name + " would be well-formed"));
        context.hide(List.of(other));
        return responder.stores().replace(responder.ground(), other);
    }
}
