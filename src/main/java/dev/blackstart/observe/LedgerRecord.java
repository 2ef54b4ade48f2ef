package dev.blackstart.observe;

import java.util.List;

/** Everything that a ledger wrote, in order; kept outside of the system that is drilled. */
public record LedgerRecord(LedgerToken token, List<Write> writes) {
    public LedgerRecord {
        writes = List.copyOf(writes);
    }

    /** The writes that the service promised to keep. */
    public List<Write> acknowledged() {
        return writes.stream().filter(Write::acknowledged).toList();
    }

    /** The writes that it never promised: refused, broken off, or without an answer. */
    public List<Write> unanswered() {
        return writes.stream().filter(write -> !write.acknowledged()).toList();
    }
}
