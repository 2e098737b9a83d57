package org.jeongmun.web.waitingroom;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.identity.Sha256;

/**
 * Whose proof it is, in the few bytes that it travels in. It tells nobody who that is.
 *
 * @param high the first eight bytes of the hash of the person's key
 * @param low the eight after them
 */
public record PersonMark(long high, long low) {
    /** @return the mark of a person */
    public static PersonMark of(PersonKey person) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(person.value()));
        return new PersonMark(hash.getLong(), hash.getLong());
    }

    /** @return what a form carries of it, to be sent back: 16 lower-case hexadecimal digits */
    public String inForms() {
        return HexFormat.of().toHexDigits(high);
    }

    /** @return a placeholder: nothing about a person reaches a log by accident */
    @Override
    public String toString() {
        return "PersonMark";
    }
}
