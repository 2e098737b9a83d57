package org.jeongmun.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A page as bytes, with a gap for each form's token: the same for all who are shown the same. Immutable. */
final class KeptPage {
    /** What a page is written with instead of a token. Nobody can know it, so nobody can have it in what they type. */
    static final String TOKEN = "token-" + UUID.randomUUID();

    private final List<byte[]> pieces = new ArrayList<>();

    /** @param document written with {@link #TOKEN} */
    KeptPage(String document) {
        for (String piece : document.split(TOKEN, -1)) {
            pieces.add(piece.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @return the document for whoever has that token; in UTF-8 */
    byte[] with(String token) {
        byte[] filling = token.getBytes(StandardCharsets.US_ASCII);
        int length = pieces.stream().mapToInt(piece -> piece.length).sum() + (pieces.size() - 1) * filling.length;
        byte[] document = new byte[length];
        int at = 0;
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (piece > 0) {
                System.arraycopy(filling, 0, document, at, filling.length);
                at += filling.length;
            }
            byte[] part = pieces.get(piece);
            System.arraycopy(part, 0, document, at, part.length);
            at += part.length;
        }
        return document;
    }

    /** Answers with it. */
    void answer(HttpServletResponse response, String token) throws IOException {
        byte[] document = with(token);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
