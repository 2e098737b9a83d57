package org.jeongmun.launcher.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.PrivateFiles;

/** The folder of {@code --data}: what lies where, and who may work in it. */
public final class DataFolder {
    private static final String LOCK = "portal.lock";

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Creates the folder where it is missing.
     *
     * @throws CommandFailure when it cannot be created or written
     */
    public static DataFolder at(Path given) {
        Path folder = given.toAbsolutePath().normalize();
        try {
            PrivateFiles.createFolder(folder);
            folder = folder.toRealPath();
        } catch (IOException refused) {
            throw CommandFailure.wrongUsage("--data %s cannot be created (%s): name a folder that this user may write."
                    .formatted(folder, refused.getClass().getSimpleName()));
        }
        if (!Files.isWritable(folder)) {
            throw CommandFailure.wrongUsage(
                    "--data %s cannot be written: name a folder that this user may write.".formatted(folder));
        }
        return new DataFolder(folder);
    }

    /**
     * Looks into a folder, which may not be there.
     *
     * @return whether a portal, or `migrate`, has worked in it
     * @throws CommandFailure exit code 3, when this user may not look
     */
    static boolean isUsed(Path folder) {
        try {
            Files.readAttributes(folder.resolve(LOCK), BasicFileAttributes.class);
            return true;
        } catch (AccessDeniedException refused) {
            throw CommandFailure.notThere(
                    "--data %s: this user has no permission to look into it; be the user whose portal it is."
                            .formatted(folder.toAbsolutePath().normalize()));
        } catch (IOException none) {
            return false;
        }
    }

    /** @return the folder itself, absolute */
    public Path path() {
        return folder;
    }

    /** @return the file {@code name} in this folder */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Takes the lock that a process holds for as long as it owns the embedded database of this folder. The operating
     * system gives it back when the process ends, however it ends.
     *
     * @return the lock, or empty when another process has it
     */
    public Optional<FileChannel> lock() {
        try {
            Path file = file(LOCK);
            PrivateFiles.createFile(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException refused) {
            throw CommandFailure.notThere("%s cannot be locked (%s): is it on a local disk that this user may write?"
                    .formatted(file(LOCK), refused.getMessage()));
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
