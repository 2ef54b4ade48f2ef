package dev.blackstart.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Who saw which damage, for scripts; {@code docs/detections.schema.json} is the contract. */
final class DetectionJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DetectionJson() {}

    static String of(DetectionTable table) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", "blackstart-detections/1").put("drill", table.drill());
        root.put("verdict", table.verdict().name());
        ArrayNode damages = root.putArray("damages");
        table.rows().forEach(row -> damages.add(damage(row)));
        ArrayNode never = root.putArray("neverSaw");
        table.neverSaw().forEach(name -> never.add(DetectionPage.called(name)));
        ArrayNode trouble = root.putArray("trouble");
        table.trouble().forEach(trouble::add);
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode damage(DetectionTable.Row row) {
        ObjectNode damage = MAPPER.createObjectNode().put("damage", row.damage());
        damage.put("done", row.done().orElse(null)).put("why", row.why());
        damage.put("told", row.told()).put("noticed", row.noticed());
        ArrayNode seen = damage.putArray("seen");
        row.seen()
                .forEach((name, after) -> seen.addObject()
                        .put("by", DetectionPage.called(name))
                        .put("saw", after.isPresent())
                        .put(
                                "after",
                                after.filter(time -> DetectionPage.timed(name))
                                        .map(Duration::toString)
                                        .orElse(null)));
        return damage;
    }
}
