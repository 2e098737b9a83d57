package org.jeongmun.web.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.identity.Sha256;

/**
 * A piece of script or style that lies in the page itself, which the browser runs because the answer's policy names its
 * hash. Comments and indentation stay behind.
 *
 * @param text as it stands in the page
 * @param source as the policy names it
 */
public record InlineScript(String text, String source) {
    /**
     * Reads files that are there.
     *
     * @param owner beside whose class they lie
     * @return the files one after another
     */
    public static InlineScript of(Class<?> owner, String... files) {
        String text = Stream.of(files).map(file -> read(owner, file)).collect(Collectors.joining(";"));
        return new InlineScript(text, "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text)) + "'");
    }

    private static String read(Class<?> owner, String file) {
        try (InputStream stream = owner.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.startsWith("//"))
                    .collect(Collectors.joining());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
