package org.jeongmun.benchmark.wire;

import java.util.List;

/**
 * What came back for one request.
 *
 * @param status of HTTP
 * @param head the status line and the headers, as they came
 * @param body without any transfer encoding, one character for each byte
 */
public record Answer(int status, String head, String body) {
    /** @return the first value of a header, given in any case; empty text when there is none */
    public String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** @return every value of a header, in their order */
    public List<String> headers(String name) {
        return head.lines()
                .skip(1)
                .filter(line -> line.length() > name.length()
                        && line.charAt(name.length()) == ':'
                        && line.regionMatches(true, 0, name, 0, name.length()))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** @return status and target, such as {@code 303 /reserve/slot}, or the status alone */
    public String outcome() {
        String location = header("Location");
        return location.isEmpty() ? Integer.toString(status) : status + " " + location;
    }
}
