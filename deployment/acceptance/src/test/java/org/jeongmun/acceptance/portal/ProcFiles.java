package org.jeongmun.acceptance.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the Linux kernel says about processes, which no process can gloss over. */
public final class ProcFiles {
    private static final String LISTENING = "0A";
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)\\]");

    private ProcFiles() {}

    /**
     * A socket that takes connections.
     *
     * @param loopbackOnly whether nobody but this machine reaches it
     * @param port where
     */
    public record Listening(boolean loopbackOnly, int port) {}

    /** @return the TCP sockets on which any of the processes listens, for IPv4 and IPv6 */
    public static Set<Listening> listeningSocketsOf(Collection<Long> pids) {
        Set<String> inodes = new HashSet<>();
        pids.forEach(pid -> inodes.addAll(socketsOf(pid)));
        Set<Listening> found = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            linesOf(Path.of(table)).stream()
                    .skip(1)
                    .map(line -> line.trim().split("\\s+"))
                    .forEach(fields -> {
                        if (fields[3].equals(LISTENING) && inodes.contains(fields[9])) {
                            found.add(listening(fields[1]));
                        }
                    });
        }
        return found;
    }

    /** @return the datagram sockets (multicast clustering uses them) that any of the processes has bound */
    public static Set<Integer> datagramPortsOf(Collection<Long> pids) {
        Set<String> inodes = new HashSet<>();
        pids.forEach(pid -> inodes.addAll(socketsOf(pid)));
        Set<Integer> found = new HashSet<>();
        for (String table : List.of("/proc/net/udp", "/proc/net/udp6")) {
            linesOf(Path.of(table)).stream()
                    .skip(1)
                    .map(line -> line.trim().split("\\s+"))
                    .forEach(fields -> {
                        if (inodes.contains(fields[9])) {
                            found.add(listening(fields[1]).port());
                        }
                    });
        }
        return found;
    }

    /** @return the numeric id of the user that the process acts as; empty when it has ended */
    public static Optional<String> userOf(long pid) {
        return linesOf(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("Uid:"))
                .map(line -> line.split("\\s+")[2])
                .findFirst();
    }

    static boolean isZombie(long pid) {
        return linesOf(Path.of("/proc/" + pid + "/status")).stream()
                .anyMatch(line -> line.startsWith("State:") && line.contains("Z"));
    }

    private static Listening listening(String hexAddress) {
        String[] parts = hexAddress.split(":");
        return new Listening(isLoopback(parts[0]), HexFormat.fromHexDigits(parts[1]));
    }

    /* The kernel writes each 32 bits in the machine's byte order. */
    private static boolean isLoopback(String hex) {
        boolean v4 = hex.length() == 8 && hex.endsWith("7F");
        boolean v6 = hex.equals("00000000000000000000000001000000");
        boolean mapped = hex.startsWith("0000000000000000FFFF0000") && hex.endsWith("7F");
        return v4 || v6 || mapped;
    }

    private static List<String> socketsOf(long pid) {
        List<String> inodes = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            descriptors.forEach(descriptor -> {
                Matcher socket = SOCKET.matcher(targetOf(descriptor));
                if (socket.matches()) {
                    inodes.add(socket.group(1));
                }
            });
        } catch (IOException ended) {
            return List.of();
        }
        return inodes;
    }

    private static String targetOf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (java.nio.file.NoSuchFileException ended) {
            return List.of();
        } catch (IOException failed) {
            // A process that ends while its file is being read.
            if (file.startsWith("/proc") && !file.startsWith("/proc/net")) {
                return List.of();
            }
            throw new UncheckedIOException(failed);
        }
    }
}
