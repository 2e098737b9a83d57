package org.jeongmun.web.waitingroom;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jeongmun.waitingroom.WaitEstimate;
import org.jeongmun.web.waitingroom.WaitingView.Stand;

/** What the waiting page says to one person alone. Everything else on it is the same for many. */
enum PersonalNumber {
    /** The number on the ticket, for the script. */
    NUMBER(stand -> Long.toString(stand.number())),
    /** The same as people write it. */
    NUMBER_IN_WORDS(stand -> inWords(stand.number())),
    /** The place in line, for the script; 0 while it is to be drawn. */
    PLACE(stand -> Long.toString(stand.place())),
    /** About how many are ahead. */
    AHEAD(stand -> about(stand.ahead())),
    /** The shortest wait, in minutes. */
    FROM_MINUTES(stand -> minutes(stand, WaitEstimate::fromMinutes, 0)),
    /** The longest, in minutes. */
    TO_MINUTES(stand -> minutes(stand, WaitEstimate::toMinutes, 1)),
    /** In how many seconds the script asks, to the tenth. */
    LOOK_AFTER(stand -> Double.toString(Math.round(stand.lookAfter() * 10) / 10.0)),
    /** In how many seconds a page without a script asks. */
    RELOAD_AFTER(stand -> Long.toString((long) Math.ceil(stand.lookAfter()))),
    /**
     * In how many seconds somebody who is called goes on; not all in the same one, and whom the rate is far from later,
     * by a quarter of that: a draw has called many at once, and the doors keep the rate that the portal can bear now.
     */
    GO_ON_AFTER(stand -> Long.toString(1 + stand.number() % 3 + quarterOfTheWait(stand)));

    /** No more letters than this, for any line that there can be. */
    static final int LONGEST = 10;
    /* Unicode leaves these characters to whoever needs some of their own; nobody writes them. */
    private static final char FIRST_MARK = '\uE000';
    private static final PersonalNumber[] ALL = values();

    private static final long LONGEST_AT_THE_DOOR = 60;

    private final Function<Stand, String> said;

    PersonalNumber(Function<Stand, String> said) {
        this.said = said;
    }

    /** @return what stands for it in a page that is nobody's yet */
    String mark() {
        return String.valueOf((char) (FIRST_MARK + ordinal()));
    }

    /** @return the text without anything that would be taken for a mark */
    static String withoutMarks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(letter -> !isMark(letter)).forEach(letter -> kept.append((char) letter));
        return kept.toString();
    }

    static boolean isMark(int letter) {
        return letter >= FIRST_MARK && letter < FIRST_MARK + ALL.length;
    }

    /** @return whose mark that is */
    static PersonalNumber of(char mark) {
        return ALL[mark - FIRST_MARK];
    }

    /** @return what it is for that person, in ASCII */
    String of(Stand stand) {
        return said.apply(stand);
    }

    /** @return the number with three digits that count: nobody needs more of a line that moves */
    static String about(long ahead) {
        long scale = 1;
        while (ahead / scale >= 1_000) {
            scale *= 10;
        }
        return inWords(Math.round((double) ahead / scale) * scale);
    }

    private static long quarterOfTheWait(Stand stand) {
        return stand.stands() ? 0 : (long) Math.min(LONGEST_AT_THE_DOOR, stand.ahead() / stand.ratePerSecond() / 4);
    }

    private static String inWords(long number) {
        return number < 1_000 ? Long.toString(number) : String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String minutes(Stand stand, ToLongFunction<WaitEstimate> which, long whileItStands) {
        return Long.toString(WaitEstimate.of(stand.ahead(), stand.ratePerSecond())
                .map(which::applyAsLong)
                .orElse(whileItStands));
    }
}
