package dev.blackstart.drift;

/** What to do about a file of a password-store. */
final class StoreRemedy implements Remedy {
    @Override
    public String openTo(String person) {
        return "encrypt it to %s, too (`pass init` with all names)".formatted(person);
    }

    /** A password-store knows no quorum. */
    @Override
    public String askForMore() {
        return "keep the secret where that many are needed, and change it";
    }

    @Override
    public String shutOut() {
        return "encrypt the file anew and change the secret";
    }
}
