package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Host;
import java.time.Instant;
import java.util.Optional;

/**
 * A repository of borg, whose key lies in it, if it has one.
 *
 * @param passphrase the documented secret that opens it
 * @param archives which of its archives are meant, such as {@code db-*}; empty: all
 */
@Word("borg")
record BorgRepository(String path, Optional<String> passphrase, Optional<String> archives)
        implements BackupSource, Repository {
    static Optional<BorgRepository> read(Parameters parameters) {
        Optional<String> passphrase = parameters.text("passphrase");
        Optional<String> archives = parameters.text("archives");
        return parameters.text("path").map(path -> new BorgRepository(path, passphrase, archives));
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public Optional<Repository> repository() {
        return Optional.of(this);
    }

    @Override
    public Copy copy(Host host, String secret) {
        return BorgCopy.of(host, path, archives, secret);
    }

    @Override
    public void empty(Host host) {
        directory().empty(host);
    }

    @Override
    public Optional<Instant> newest(Host host) {
        return directory().newest(host);
    }

    @Override
    public Restore withhold(Host host) {
        return directory().withhold(host);
    }

    @Override
    public Restore keep(Host host) {
        return directory().keep(host);
    }

    /** Where files are what matters, it is one like any other. */
    private BackupDirectory directory() {
        return new BackupDirectory(path);
    }
}
