package dev.blackstart.drift;

import dev.blackstart.artefact.Recipient;
import dev.blackstart.definition.Person;

/** What can be done about who opens a file, in words of the program that wrote it. */
interface Remedy {
    /** Lets a person open it alone, and nothing that the person is not to open. */
    String openTo(Person person);

    /** Lets nobody open it with fewer than the documents ask for. */
    String askForMore();

    /** Takes out who opens it and should not. */
    String shutOut(Recipient recipient);
}
