package dev.blackstart.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "blackstart "
                    + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                            .orElse("development")
        };
    }
}
