package dev.blackstart.control;

/** What an attempt can do otherwise than the drill itself; whatever is not asked for stays as it is in the drill. */
public interface AttemptChanges {
    /** Everybody whom the disaster took is there. */
    void everybodyBack();

    /** This secret never arrives on the responder. */
    void withhold(String secret);

    /** This secret has another value, well-formed and for the same readers. */
    void replace(String secret);

    /** This step of the page is not carried out; counted from 1. */
    void leaveOut(int step);

    /** The backups are, at the strike, as they were before the workload began. */
    void olderBackup();

    /** The backups are emptied before the strike. */
    void withoutBackup();
}
