package org.jeongmun.pluginhost;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.spi.ClinicQuery;

/**
 * Where a page ended, as text. It names its search, so that a page of another search is not mistaken for the next one
 * of this; the same on every node and in every run, because String's hash is specified.
 */
final class Cursor {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,7})\\.(-?[0-9]{1,10})");

    private Cursor() {}

    static String at(int offset, ClinicQuery query) {
        String text = offset + "." + mark(query);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @return where the page before ended; 0 without a cursor; empty for a cursor that is not of this search */
    static OptionalInt offset(ClinicQuery query) {
        if (query.cursor().isEmpty()) {
            return OptionalInt.of(0);
        }
        String text;
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(query.cursor().get());
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return OptionalInt.empty();
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || !parts.group(2).equals(Integer.toString(mark(query)))) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(parts.group(1)));
    }

    private static int mark(ClinicQuery query) {
        return String.join(
                        "\n",
                        query.sido().orElse(""),
                        query.sigungu().orElse(""),
                        query.name().orElse(""),
                        query.near().map(Object::toString).orElse(""),
                        query.order().name(),
                        Boolean.toString(query.onlyFree()))
                .hashCode();
    }
}
