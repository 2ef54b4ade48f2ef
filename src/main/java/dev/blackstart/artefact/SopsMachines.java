package dev.blackstart.artefact;

import dev.blackstart.artefact.Node.Text;
import dev.blackstart.artefact.Recipient.Machine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names the services that hold keys for sops, so that one key has one name: rules name most by an address, metadata by
 * the parts of that address, and both under words of their own.
 */
final class SopsMachines {
    /** What each word stands for, and which fields of an entry make up the name of the key, and how. */
    private static final Map<String, Kind> KINDS = Map.of(
            "kms", new Kind("kms", List.of("arn"), "%s"),
            "gcp_kms", new Kind("gcp kms", List.of("resource_id"), "%s"),
            "azure_kv", new Kind("azure kv", List.of("vault_url", "name"), "%s/keys/%s"),
            "azure_keyvault", new Kind("azure kv", List.of("vaultUrl", "key"), "%s/keys/%s"),
            "hc_vault", new Kind("hc vault", List.of("vault_address", "engine_path", "key_name"), "%s/v1/%s/keys/%s"),
            "hc_vault_transit_uri", new Kind("hc vault", List.of("uri"), "%s"),
            "hckms", new Kind("hckms", List.of("key_id"), "%s"));

    /** The version of a key, or the role under which it is asked for: the key is the same with another. */
    private static final Pattern VARIANT =
            Pattern.compile("(https://[^/]+/keys/[^/]+)/[^/]*|(arn:[^+]+)\\+arn:.*", Pattern.DOTALL);

    private SopsMachines() {}

    private record Kind(String service, List<String> fields, String name) {}

    static Stream<String> words() {
        return KINDS.keySet().stream().sorted();
    }

    static Machine named(String word, String address) {
        Matcher variant = VARIANT.matcher(address);
        String name = !variant.matches() ? address : variant.group(1) != null ? variant.group(1) : variant.group(2);
        return new Machine(kind(word).service(), name);
    }

    /** Empty where the entry does not have what names its key. */
    static Optional<Machine> entry(String word, Node entry) {
        Kind kind = kind(word);
        List<String> parts = kind.fields().stream()
                .flatMap(field -> entry.text(field).stream())
                .map(Text::text)
                .map(part -> part.replaceAll("/+$", ""))
                .toList();
        return parts.size() < kind.fields().size()
                ? Optional.empty()
                : Optional.of(named(word, kind.name().formatted(parts.toArray())));
    }

    private static Kind kind(String word) {
        return Objects.requireNonNull(KINDS.get(word));
    }
}
