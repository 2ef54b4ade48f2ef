package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One fenced block of a runbook. */
public sealed interface Step {
    /** The heading above the block: the phase that it is timed under. */
    String heading();

    /** Where the block's fence opens. */
    Place place();

    /** The same with no more time than this, and with all of its commands, whichever of them fail; verbs stay as they are. */
    default Step pressedOn(Duration atMost) {
        return this;
    }

    /** Commands typed into a shell. {@code script} is the block's text as it stands. */
    record Shell(String heading, Place place, Language language, Target target, Duration timeout, String script)
            implements Step {
        @Override
        public Step pressedOn(Duration atMost) {
            Duration time = atMost.compareTo(timeout) < 0 ? atMost : timeout;
            return new Shell(heading, place, language, target, time, "set +e\n" + script);
        }
    }

    /** Verbs that the provider or, while commissioning, the orchestrator carries out. */
    record Verbs(String heading, Place place, List<Verb> verbs) implements Step {
        public Verbs {
            verbs = List.copyOf(verbs);
        }
    }

    /** The shell that reads a script: {@code bash -euo pipefail} or {@code sh -eu}. */
    enum Language {
        BASH("bash -euo pipefail"),
        SH("sh -eu");

        private final String commandLine;

        Language(String commandLine) {
            this.commandLine = commandLine;
        }

        /** The command that a script's path is put behind. */
        public String commandLine() {
            return commandLine;
        }
    }

    /** Where a script is typed. */
    sealed interface Target {
        /** The host that it is; empty: the responder. */
        Optional<String> host();

        /** On the responder, as the survivor. */
        record Responder() implements Target {
            @Override
            public Optional<String> host() {
                return Optional.empty();
            }
        }

        /** On a host as root, over SSH from the responder with the survivor's own key. */
        record Ssh(String name) implements Target {
            @Override
            public Optional<String> host() {
                return Optional.of(name);
            }
        }

        /** On a host as root, through the console that its provider shows to whoever has the account. */
        record Console(String name) implements Target {
            @Override
            public Optional<String> host() {
                return Optional.of(name);
            }
        }
    }

    /** One line of a {@code blackstart} block. */
    sealed interface Verb {
        /** Let somebody do it. */
        void by(Doer doer);

        /** As it is written on the page. */
        String words();

        /** Whoever follows a page does what its verbs say, or refuses to. */
        interface Doer {
            /** Order blank hosts from their providers, side by side. */
            void provision(List<String> hosts);

            /** Make everybody's keys (commissioning only). */
            void makePeople();

            /** Make these stores and every secret of theirs with {@code generate:} (commissioning only); none: all stores. */
            void makeSecrets(List<String> stores);
        }

        /** {@code provision HOST...} */
        record Provision(List<String> hosts) implements Verb {
            public Provision {
                hosts = List.copyOf(hosts);
            }

            @Override
            public void by(Doer doer) {
                doer.provision(hosts);
            }

            @Override
            public String words() {
                return "provision " + String.join(" ", hosts);
            }
        }

        /** {@code make people} */
        record MakePeople() implements Verb {
            @Override
            public void by(Doer doer) {
                doer.makePeople();
            }

            @Override
            public String words() {
                return "make people";
            }
        }

        /** {@code make secrets [of STORE...]} */
        record MakeSecrets(List<String> stores) implements Verb {
            public MakeSecrets {
                stores = List.copyOf(stores);
            }

            @Override
            public void by(Doer doer) {
                doer.makeSecrets(stores);
            }

            @Override
            public String words() {
                return stores.isEmpty() ? "make secrets" : "make secrets of " + String.join(" ", stores);
            }
        }
    }
}
