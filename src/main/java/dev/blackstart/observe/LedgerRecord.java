package dev.blackstart.observe;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a ledger wrote, in order; kept outside of the system that is drilled.
 *
 * @param erasures of those, what is erased again, or was
 */
public record LedgerRecord(LedgerToken token, List<Write> writes, List<Erasure> erasures) {
    public LedgerRecord {
        writes = List.copyOf(writes);
        erasures = List.copyOf(erasures);
    }

    /** One that erased nothing. */
    public LedgerRecord(LedgerToken token, List<Write> writes) {
        this(token, writes, List.of());
    }

    /** The writes that nobody erases. */
    public List<Write> lasting() {
        Set<String> erased = erasures.stream().map(Erasure::id).collect(Collectors.toSet());
        return writes.stream().filter(write -> !erased.contains(write.id())).toList();
    }

    /** The writes that the service promised to keep. */
    public List<Write> acknowledged() {
        return lasting().stream().filter(Write::acknowledged).toList();
    }

    /** The writes that it never promised: refused, broken off, or without an answer. */
    public List<Write> unanswered() {
        return lasting().stream().filter(write -> !write.acknowledged()).toList();
    }
}
