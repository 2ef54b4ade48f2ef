package dev.blackstart.report;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.History;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which replicas there were, and which of them at the same time: what is measured must run beside nothing. */
final class Replicas {
    /** As elapsed time. */
    private record Span(String name, Duration from, Duration to) {
        static Optional<Span> of(AttemptHistory attempt) {
            return attempt.at(Event.AttemptStarted.class).map(from -> new Span(attempt.name(), from, end(attempt)));
        }

        /** When nothing was done with it any more but removing it; of one that was killed, the last that is known. */
        private static Duration end(AttemptHistory attempt) {
            return attempt.at(Event.AttemptEnded.class)
                    .orElseGet(() -> attempt.entries().stream()
                            .map(Entry::at)
                            .max(Duration::compareTo)
                            .orElse(Duration.ZERO));
        }

        boolean beside(Span other) {
            return !name.equals(other.name) && from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
        }
    }

    private Replicas() {}

    /** List them, the drill's own first; where that never began, there are none. */
    static List<Report.Replica> of(History history) {
        Duration begin = history.entries().isEmpty()
                ? Duration.ZERO
                : history.entries().get(0).at();
        List<Span> spans = Stream.concat(Stream.of(history.main()), history.controls().stream())
                .flatMap(attempt -> Span.of(attempt).stream())
                .toList();
        return spans.stream()
                .map(span -> new Report.Replica(
                        span.name(),
                        span.from().minus(begin),
                        span.to().minus(span.from()),
                        spans.stream().filter(span::beside).map(Span::name).toList()))
                .toList();
    }
}
