package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells an extension that came back in an older version: what the newer one brought is missed. A newer server brings newer ones. */
final class OlderExtension {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private OlderExtension() {}

    static Optional<String> between(Content before, Content after) {
        return older(numbers(after), numbers(before))
                ? Optional.of("was of version %s, is of the older %s %s"
                        .formatted(before.content(), after.content(), Fingerprint.NO_LOSS))
                : Optional.empty();
    }

    private static boolean older(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return one.size() < other.size();
    }

    private static List<BigInteger> numbers(Content version) {
        return NUMBER.matcher(version.content())
                .results()
                .map(MatchResult::group)
                .map(BigInteger::new)
                .toList();
    }
}
