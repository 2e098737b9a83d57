package org.jeongmun.web.page;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as bytes, with a gap for each part that is the reader's own: the same for all who are shown the same.
 * Immutable.
 */
final class KeptPage {
    /** Nobody can know it, so nobody can have it in what they type. */
    private static final String GAP = "gap-" + UUID.randomUUID() + "-";

    private static final Pattern GAPS = Pattern.compile(GAP + "([A-Za-z]+)-");

    private final List<byte[]> pieces = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    /** @param document written with {@link #gap} in place of what is somebody's own */
    KeptPage(String document) {
        Matcher gap = GAPS.matcher(document);
        int from = 0;
        while (gap.find()) {
            pieces.add(document.substring(from, gap.start()).getBytes(StandardCharsets.UTF_8));
            gaps.add(gap.group(1));
            from = gap.end();
        }
        pieces.add(document.substring(from).getBytes(StandardCharsets.UTF_8));
    }

    /** @return what a page is written with instead of the part of that name, in Latin letters */
    static String gap(String part) {
        return GAP + part + "-";
    }

    /**
     * Fills the gaps.
     *
     * @param own each part by its name, as mark-up
     * @return the document for whoever has these parts; in UTF-8
     */
    byte[] with(Map<String, String> own) {
        List<byte[]> fillings = new ArrayList<>(gaps.size());
        int length = pieces.stream().mapToInt(piece -> piece.length).sum();
        for (String gap : gaps) {
            byte[] filling = requireNonNull(own.get(gap), gap).getBytes(StandardCharsets.UTF_8);
            fillings.add(filling);
            length += filling.length;
        }
        byte[] document = new byte[length];
        int at = put(pieces.get(0), document, 0);
        for (int gap = 0; gap < fillings.size(); gap++) {
            at = put(fillings.get(gap), document, at);
            at = put(pieces.get(gap + 1), document, at);
        }
        return document;
    }

    private static int put(byte[] part, byte[] document, int at) {
        System.arraycopy(part, 0, document, at, part.length);
        return at + part.length;
    }

    /** Answers with it. */
    void answer(HttpServletResponse response, Map<String, String> own) throws IOException {
        byte[] document = with(own);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
