package org.jeongmun.web.waitingroom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.web.waitingroom.WaitingView.Stand;

/**
 * The page that people wait on, for all who are told the same in the same words: one answer with everything in it, at
 * most 4,096 bytes with its headers, whatever it says. A person's own numbers come into it last. Immutable.
 */
public final class WaitingPage {
    /** What is left for the document when the headers are on the wire. */
    static final int MOST_BYTES = 3_560;

    private final String policy;
    private final List<byte[]> pieces = new ArrayList<>();
    /* The one at each place goes behind the piece there. */
    private final List<PersonalNumber> numbers = new ArrayList<>();

    private WaitingPage(String document, String policy) {
        this.policy = policy;
        int begin = 0;
        for (int at = 0; at < document.length(); at++) {
            char letter = document.charAt(at);
            if (PersonalNumber.isMark(letter)) {
                pieces.add(document.substring(begin, at).getBytes(StandardCharsets.UTF_8));
                numbers.add(PersonalNumber.of(letter));
                begin = at + 1;
            }
        }
        pieces.add(document.substring(begin).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the page for all who are told the same; pure.
     *
     * @param view of any of them; an announcement that is too long is only pointed at
     */
    public static WaitingPage of(WaitingView view) {
        String policy = WaitingPageWriter.policy(view);
        WaitingPage whole = new WaitingPage(WaitingPageWriter.write(view, true), policy);
        return whole.mostBytes() <= MOST_BYTES ? whole : new WaitingPage(WaitingPageWriter.write(view, false), policy);
    }

    private int mostBytes() {
        return pieces.stream().mapToInt(piece -> piece.length).sum() + numbers.size() * PersonalNumber.LONGEST;
    }

    /** @return the policy under which a browser runs what is in this page, and nothing else */
    public String policy() {
        return policy;
    }

    /** @return the document for one of those people; UTF-8 */
    public byte[] forPerson(Optional<Stand> stand) {
        ByteArrayOutputStream document = new ByteArrayOutputStream(MOST_BYTES);
        for (int piece = 0; piece < numbers.size(); piece++) {
            document.writeBytes(pieces.get(piece));
            document.writeBytes(numbers.get(piece).of(stand.orElseThrow()).getBytes(StandardCharsets.US_ASCII));
        }
        document.writeBytes(pieces.get(numbers.size()));
        return document.toByteArray();
    }
}
