package org.jeongmun.acceptance.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody without power over the machine: the one who runs these tests, or {@code nobody} where that is root. Has a
 * copy of portal.jar and a folder.
 */
public final class OrdinaryUser implements AutoCloseable {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path home;
    private final Path folder;
    private final Path jar;

    private OrdinaryUser(Path home) throws IOException {
        this.home = home;
        folder = Files.createDirectory(home.resolve("data"));
        jar = ROOT ? Files.copy(PortalJar.file(), home.resolve("portal.jar")) : PortalJar.file();
        if (ROOT) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("r--r--r--"));
            Files.setOwner(
                    folder, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
    }

    /** @return a user with a new folder */
    public static OrdinaryUser create(String name) {
        try {
            return new OrdinaryUser(Folders.create(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return the folder, which is the user's own */
    public Path folder() {
        return folder;
    }

    /** @return a portal.jar that the user may read */
    public Path jar() {
        return jar;
    }

    /** @return what a command line begins with to be the user's */
    public List<String> prefix() {
        return ROOT
                ? List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs")
                : List.of();
    }

    /** Runs a command of portal.jar as the user. */
    public PortalJar.Ended run(String... arguments) {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(PortalJar.java());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return PortalJar.runToItsEnd(new ProcessBuilder(command).directory(folder.toFile()), Map.of());
    }

    @Override
    public void close() {
        Folders.delete(home);
    }
}
