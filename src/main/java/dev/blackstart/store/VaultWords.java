package dev.blackstart.store;

import dev.blackstart.secret.Secret;
import dev.blackstart.store.DrilledStore.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a vault's tools: what is typed to {@code bao}, {@code vault} and {@code curl}, and what they say. */
final class VaultWords {
    /** As a whole: what a variable goes on with is no name. */
    private static final String SECRET = "([A-Za-z0-9][\\w./@+-]*)(?=['\"]?(?:[\\s;|&<>()`?]|$))";

    /** {@code bao kv get -field=value kv/NAME}, with or without {@code -mount}; a value of an option is glued to it. */
    private static final Pattern TOOL = Pattern.compile(
            "(?<![\\w./$-])(?:bao|vault)\\s+kv\\s+(get|put|patch)\\s+((?:-[\\w-]+(?:=\\S+)?\\s+)*)['\"]?" + SECRET);

    private static final Pattern MOUNT = Pattern.compile("-mount=\\S");
    private static final Pattern URL = Pattern.compile("/v1/(?:kv|secret)/data/" + SECRET);

    /** What makes curl write. */
    private static final Pattern WRITES = Pattern.compile(
            "(?<!\\S)(?:-X|--request)[\\s=]*(?:POST|PUT|PATCH|DELETE)|(?<!\\S)(?:-d|--data[\\w-]*|--json)(?!\\S)");

    private static final Pattern REFUSED = Pattern.compile("(?:Error reading|No (?:value|data) found at) ([^\\s:]+)");

    /** Tokens of OpenBao and Vault, wrapped ones too; ids that log a role in; shares. */
    private static final Map<String, Pattern> MADE = Map.of(
            "vault-token", Pattern.compile("(?<![\\w.])((?:[sbr]|hv[sbr])\\.[\\w-]{24,})"),
            "vault-secret-id", Pattern.compile("secret_id\\W{1,24}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"),
            "vault-share", Pattern.compile("(?<![0-9a-fA-F])([0-9a-f]{66})(?![0-9a-fA-F])"));

    private VaultWords() {}

    static List<Secret> told(String said) {
        List<Secret> told = new ArrayList<>();
        MADE.forEach((name, pattern) ->
                pattern.matcher(said).results().forEach(found -> told.add(Secret.of(name, found.group(1)))));
        return told;
    }

    static List<Mention> mentions(String code) {
        List<Mention> mentions = new ArrayList<>();
        int begin = 0;
        for (String line : code.split("\n", -1)) {
            mentions(line, begin, mentions);
            begin += line.length() + 1;
        }
        return mentions;
    }

    private static void mentions(String line, int begin, List<Mention> mentions) {
        Matcher tool = TOOL.matcher(line);
        while (tool.find()) {
            String path = tool.group(3);
            int name = MOUNT.matcher(tool.group(2)).find() ? 0 : path.indexOf('/') + 1;
            mentions.add(new Mention(
                    Optional.of(path.substring(name)),
                    begin + tool.start(3) + name,
                    tool.group(1).equals("get")));
        }
        boolean writes = WRITES.matcher(line).find();
        Matcher url = URL.matcher(line);
        while (url.find()) {
            mentions.add(new Mention(Optional.of(url.group(1)), begin + url.start(1), !writes));
        }
    }

    /** The last of what they said that names a path: a script ends at what fails. */
    static Optional<Refusal> refused(String said, String mount) {
        Optional<Refusal> refusal = Optional.empty();
        Matcher matcher = REFUSED.matcher(said);
        while (matcher.find()) {
            String path = matcher.group(1);
            for (String before : List.of(mount + "/data/", mount + "/")) {
                path = path.startsWith(before) ? path.substring(before.length()) : path;
            }
            refusal = Optional.of(new Refusal(Optional.of(path)));
        }
        return refusal;
    }
}
