package dev.blackstart.recovery;

import dev.blackstart.definition.Site;

/** Whom hosting companies let in. */
@FunctionalInterface
public interface Door {
    /**
     * Let the responder into a site, or say why not.
     *
     * @throws RecoveryException naming the account that is wanting
     */
    void admit(Site site);

    /** Asks nothing: whoever commissions a system has just opened the accounts. */
    static Door open() {
        return site -> {};
    }
}
