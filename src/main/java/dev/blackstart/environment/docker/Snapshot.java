package dev.blackstart.environment.docker;

import dev.blackstart.definition.Service;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Keeps what a stopped machine wrote since it was blank in one tar file: the changed paths of its root file system, its
 * volumes, and lists of what it removed. Everything is streamed; nothing is held in memory but names.
 */
final class Snapshot {
    private static final Duration KEEPING = Duration.ofMinutes(10);

    private final Api api;
    private final BiPredicate<Service, Service.Mount> keeps;

    /** @param keeps whether a service's snapshot holds what it mounts there */
    Snapshot(Api api, BiPredicate<Service, Service.Mount> keeps) {
        this.api = api;
        this.keeps = keeps;
    }

    /**
     * Write the file, for its owner's eyes only.
     *
     * @param container of this service, stopped
     */
    void keep(Service service, String container, Path file) {
        Changes changes = api.call(
                "list what " + service.name() + " changed",
                docker -> Changes.of(docker.containerDiffCmd(container).exec()));
        api.call("keep " + service.name(), KEEPING, docker -> {
            try (TarArchiveOutputStream tar = Tars.writer(privately(file))) {
                Set<String> kept = new TreeSet<>();
                try (InputStream all = docker.exportContainerCmd(container).exec()) {
                    copy(all, tar, changes, kept);
                }
                for (Service.Mount mount : service.mounts()) {
                    if (keeps.test(service, mount)) {
                        try (InputStream volume = docker.copyArchiveFromContainerCmd(container, mount.path())
                                .exec()) {
                            copy(volume, tar, mount.path());
                        }
                    }
                }
                lists(tar, changes, kept);
                return file;
            }
        });
    }

    /** The root file system: what changed. */
    private static void copy(InputStream from, TarArchiveOutputStream to, Changes changes, Set<String> kept)
            throws IOException {
        TarArchiveInputStream in = new TarArchiveInputStream(from);
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String path = "/" + entry.getName().replaceAll("^\\.?/|/$", "");
            if (changes.keeps(path)) {
                kept.add(path);
                copy(in, entry, to, name -> name);
            }
        }
    }

    /** A volume: all of it, under the path at which it is mounted instead of its last part. */
    private static void copy(InputStream from, TarArchiveOutputStream to, String mountedAt) throws IOException {
        String relative = mountedAt.replaceAll("^/|/$", "");
        int last = relative.lastIndexOf('/') + 1;
        TarArchiveInputStream in = new TarArchiveInputStream(from);
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            copy(in, entry, to, name -> relative.substring(0, last) + name);
        }
    }

    private static void copy(
            TarArchiveInputStream in, TarArchiveEntry entry, TarArchiveOutputStream to, UnaryOperator<String> rename)
            throws IOException {
        entry.setName(rename.apply(entry.getName()));
        if (entry.isLink()) {
            entry.setLinkName(rename.apply(entry.getLinkName()));
        }
        to.putArchiveEntry(entry);
        in.transferTo(to);
        to.closeArchiveEntry();
    }

    private static void lists(TarArchiveOutputStream tar, Changes changes, Set<String> kept) throws IOException {
        String directory = Restoration.DIRECTORY.substring(1) + "/";
        tar.putArchiveEntry(Tars.anonymous(directory, TarConstants.LF_DIR, 0700));
        tar.closeArchiveEntry();
        List<String> replaced = new ArrayList<>(changes.removed());
        replaced.retainAll(kept);
        Collection<String> removed = new TreeSet<>(changes.removed());
        removed.removeAll(kept);
        Tars.file(tar, directory + Restoration.REMOVED, 0600, Restoration.list(removed));
        Tars.file(tar, directory + Restoration.REPLACED, 0600, Restoration.list(replaced));
        Tars.file(tar, directory + Restoration.KEPT, 0600, Restoration.list(kept));
    }

    private static BufferedOutputStream privately(Path file) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.deleteIfExists(file);
        return new BufferedOutputStream(
                Channels.newOutputStream(Files.newByteChannel(
                        file,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))),
                256 * 1024);
    }
}
