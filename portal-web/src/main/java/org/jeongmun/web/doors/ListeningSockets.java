package org.jeongmun.web.doors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every TCP socket on which this process listens, as the kernel has them: whoever opened one, a plugin, an agent or the
 * server, cannot leave it out.
 */
final class ListeningSockets {
    private static final String LISTENING = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String PREFIX = "socket:[";

    private final Path process;

    ListeningSockets() {
        this(Path.of("/proc/self"));
    }

    /** @param process its folder in {@code /proc} */
    ListeningSockets(Path process) {
        this.process = process;
    }

    /**
     * Tells them.
     *
     * @return an object with the address and port of each
     * @throws IOException where the kernel does not tell
     */
    JsonArrayBuilder told() throws IOException {
        Set<String> own = inodes();
        JsonArrayBuilder sockets = Json.createArrayBuilder();
        Set<String> seen = new TreeSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = process.resolve(table);
            if (!Files.exists(file)) {
                continue; // a kernel without IPv6
            }
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > INODE
                        && LISTENING.equals(fields[STATE])
                        && own.contains(fields[INODE])
                        && seen.add(fields[1])) {
                    String[] address = fields[1].split(":");
                    sockets.add(Json.createObjectBuilder()
                            .add("address", address(address[0]))
                            .add("port", HexFormat.fromHexDigits(address[1])));
                }
            }
        }
        return sockets;
    }

    private Set<String> inodes() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (target.startsWith(PREFIX)) {
                    inodes.add(target.substring(PREFIX.length(), target.length() - 1));
                }
            }
        } catch (DirectoryIteratorException cutOff) {
            throw cutOff.getCause();
        }
        return inodes;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /* The kernel writes each 32 bits in the machine's byte order, which is little-endian wherever the portal runs. */
    private static String address(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] ordered = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ordered[i] = bytes[i / 4 * 4 + 3 - i % 4];
        }
        return ordered.length == 4 ? dotted(ordered, 0) : colons(ordered);
    }

    private static String dotted(byte[] bytes, int from) {
        return "%d.%d.%d.%d"
                .formatted(bytes[from] & 0xFF, bytes[from + 1] & 0xFF, bytes[from + 2] & 0xFF, bytes[from + 3] & 0xFF);
    }

    private static String colons(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        if (hex.startsWith("00000000000000000000ffff")) {
            return dotted(bytes, 12);
        }
        return hex.chars().allMatch(digit -> digit == '0')
                ? "::"
                : java.util.stream.IntStream.range(0, 8)
                        .mapToObj(part -> Integer.toHexString(Integer.parseInt(hex, part * 4, part * 4 + 4, 16)))
                        .collect(Collectors.joining(":"));
    }
}
