package dev.blackstart.definition;

import dev.blackstart.definition.Names.Kind;
import dev.blackstart.definition.RunbookReader.ScriptLine;
import dev.blackstart.store.PersonalKeys;
import dev.blackstart.store.SecretStore;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the names that a script spells out: secrets behind the commands of their stores, hosts behind {@code ssh}, people in the
 * names of their keys. What a variable, a pattern or a substitution stands for is not guessed, and a remark is no
 * mention.
 */
final class ScriptMentions {
    private static final String WORD_END = "(?=['\"]?(?:[\\s;|&<>()`]|$))";

    private static final Pattern HOST =
            Pattern.compile("(?<![\\w./$-])ssh\\s(?:[^;|&()`'\"#$]*\\s)?root@([a-z0-9_][a-z0-9_-]*)" + WORD_END);
    private static final Pattern KEY =
            Pattern.compile("(?:-i\\s*|IdentityFile=)(?:~|\\$HOME)/\\.ssh/id_([a-z0-9][a-z0-9-]*)" + WORD_END);
    private static final Pattern REMARK = Pattern.compile("(?:^|\\s)#");
    private static final Set<String> KEY_TYPES = Set.of("rsa", "dsa", "ecdsa", "ed25519");

    private final Names names;
    private final String whole;

    /** @param whole the runbook's text: a key that any part of it makes belongs to no person */
    ScriptMentions(Names names, String whole) {
        this.names = names;
        this.whole = whole;
    }

    void check(List<ScriptLine> lines, boolean onResponder) {
        for (ScriptLine line : lines) {
            String code = code(line.text());
            checkSecrets(line, code);
            if (onResponder) {
                find(Kind.PERSON, PersonalKeys.DOCUMENT, 1, line, code);
                checkHosts(line, code);
                checkKeys(line, code);
            }
        }
    }

    /** Takes the remark off a line. */
    static String code(String line) {
        Matcher remark = REMARK.matcher(line);
        return remark.find() ? line.substring(0, remark.start()) : line;
    }

    private void checkSecrets(ScriptLine line, String code) {
        for (SecretStore kind : SecretStore.KINDS.all()) {
            kind.mentions(code)
                    .forEach(mention -> mention.secret()
                            .ifPresent(secret -> names.check(Kind.FILE, secret, line.at(mention.at()))));
        }
    }

    private void find(Kind kind, Pattern pattern, int group, ScriptLine line, String code) {
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            names.check(kind, matcher.group(group), line.at(matcher.start(group)));
        }
    }

    private void checkHosts(ScriptLine line, String code) {
        Matcher matcher = HOST.matcher(code);
        while (matcher.find()) {
            if (!matcher.group(1).equals("localhost")) {
                names.check(Kind.SERVICE, matcher.group(1), line.at(matcher.start(1)));
            }
        }
    }

    private void checkKeys(ScriptLine line, String code) {
        Matcher matcher = KEY.matcher(code);
        while (matcher.find()) {
            String person = matcher.group(1);
            if (!KEY_TYPES.contains(person) && !isMade(person)) {
                names.check(Kind.PERSON, person, line.at(matcher.start(1)));
            }
        }
    }

    /** Says whether the page mentions the key in any other way than to use it. */
    private boolean isMade(String person) {
        String key = "id_" + person;
        return count(whole, Pattern.compile(Pattern.quote(key) + "\\b"))
                > count(
                        whole,
                        Pattern.compile(
                                "(?:-i\\s*|IdentityFile=)(?:~|\\$HOME)/\\.ssh/" + Pattern.quote(key) + WORD_END));
    }

    private static long count(String text, Pattern pattern) {
        return pattern.matcher(text).results().count();
    }
}
