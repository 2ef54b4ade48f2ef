package dev.blackstart.definition;

import dev.blackstart.definition.Disaster.StateDamaged;
import dev.blackstart.kind.Parameters;
import dev.blackstart.state.Damage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every damage that what a drill's environment holds can take, one at a time, by name.
 *
 * @param damages each a drill that does nothing else; its own one first
 * @param leftOut the words of those that ask for more than was given
 */
public record EveryDamage(Map<String, DrillDefinition> damages, Set<String> leftOut) {
    private static final String OWN = "the drill's own";

    public EveryDamage {
        damages = Ordered.copy(damages);
        leftOut = Ordered.copy(leftOut);
    }

    /** @param given what damages ask for, such as {@code table}; what a damage does not ask for is left alone */
    public static EveryDamage of(DrillDefinition drill, Map<String, String> given) {
        Map<String, DrillDefinition> damages = new LinkedHashMap<>();
        List<Held> all = drill.environment().held();
        drill.disasters().stream()
                .filter(StateDamaged.class::isInstance)
                .forEach(own -> damages.put(
                        damages.isEmpty() ? OWN : "%s, %d".formatted(OWN, damages.size() + 1), drill.striking(own)));
        List<String> read = new ArrayList<>();
        for (String word : Damage.KINDS.words()) {
            Optional<Damage> damage = Damage.KINDS.read(word, asked(given));
            damage.ifPresent(how -> {
                read.add(word);
                all.stream()
                        .filter(held -> how.takes(held.state()))
                        .forEach(held -> damages.put(
                                name(word, held, all),
                                drill.striking(new StateDamaged(held, how, Optional.empty(), drill.place()))));
            });
        }
        Set<String> leftOut = new TreeSet<>(Damage.KINDS.words());
        read.forEach(leftOut::remove);
        return new EveryDamage(damages, leftOut);
    }

    private static Parameters asked(Map<String, String> given) {
        return key -> Optional.ofNullable(given.get(key));
    }

    private static String name(String word, Held held, List<Held> all) {
        return all.size() == 1
                ? word
                : "%s of %s:%s".formatted(word, held.host(), held.state().name());
    }
}
