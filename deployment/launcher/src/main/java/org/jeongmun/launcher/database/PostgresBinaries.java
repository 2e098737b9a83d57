package org.jeongmun.launcher.database;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jeongmun.launcher.Build;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.PrivateFiles;
import org.jeongmun.launcher.Progress;

/** The programs of PostgreSQL that lie packed in portal.jar, unpacked once for each user. */
final class PostgresBinaries {
    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "postgres-linux-x86_64.txz", "aarch64", "postgres-linux-arm_64.txz");

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Finds the unpacked programs in the user's cache, or in {@code data} for a user without a home, and unpacks them
     * where they are missing. Safe for several processes at once: a whole folder appears, or none.
     */
    static PostgresBinaries unpackedFor(DataFolder data, Progress progress) {
        String version = new Build().postgresVersion();
        String archive = ARCHIVES.get(System.getProperty("os.arch"));
        if (archive == null || !System.getProperty("os.name").equals("Linux")) {
            throw CommandFailure.notThere(
                    "The embedded PostgreSQL runs on Linux on amd64 and arm64; elsewhere set portal.db.url to a server.");
        }
        Path folder = home(data).resolve("pgsql-%s-%s".formatted(version, System.getProperty("os.arch")));
        if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
            progress.line("Unpacking PostgreSQL %s to %s".formatted(version, folder));
            unpack(archive, folder);
        }
        return new PostgresBinaries(folder);
    }

    /** @return the program {@code name}, absolute */
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static Path home(DataFolder data) {
        Path home = Path.of(System.getProperty("user.home", "/nonexistent"));
        try {
            if (home.isAbsolute() && Files.isWritable(home) && isOwn(home)) {
                Path cache = home.resolve(".cache").resolve("jeongmun");
                PrivateFiles.createFolder(cache);
                if (isOwn(cache) && Files.isWritable(cache)) {
                    return cache;
                }
            }
        } catch (IOException unusable) {
            return data.path();
        }
        return data.path();
    }

    private static boolean isOwn(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:uid").equals(UnixUser.id());
    }

    private static void unpack(String archive, Path folder) {
        Path begun = folder.resolveSibling(
                ".%s-%d".formatted(folder.getFileName(), ProcessHandle.current().pid()));
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw CommandFailure.notThere(
                        "This portal.jar was built without %s: build it again, or set portal.db.url"
                                .formatted(archive));
            }
            PrivateFiles.deleteFolder(begun);
            PrivateFiles.createFolder(begun);
            extract(packed, begun);
            publish(begun, folder);
        } catch (IOException failed) {
            throw CommandFailure.notThere(
                    "PostgreSQL could not be unpacked to %s (%s): it needs 80 MB there."
                            .formatted(folder, failed.getMessage()),
                    failed);
        }
    }

    private static void publish(Path begun, Path folder) throws IOException {
        try {
            Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherProcessWasFaster) {
            PrivateFiles.deleteFolder(begun);
        }
    }

    private static void extract(InputStream packed, Path root) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException("The archive names a file outside of itself: " + entry.getName());
                }
                extract(entry, tar, target);
            }
        }
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(requireNonNull(target.getParent(), "never the root of the file system"));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }

    /** @return a command that runs {@code program}; as root in a user namespace, because PostgreSQL refuses root */
    List<String> command(String program) {
        String path = program(program).toString();
        return UnixUser.isRoot() ? List.of("unshare", "-U", path) : List.of(path);
    }
}
