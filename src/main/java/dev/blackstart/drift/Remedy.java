package dev.blackstart.drift;

/** What can be done about who opens a file, in words of the program that wrote it. */
interface Remedy {
    /** Lets a person open it alone. */
    String openTo(String person);

    /** Lets nobody open it with fewer than the documents ask for. */
    String askForMore();

    /** Takes out who opens it and should not. */
    String shutOut();
}
