package org.jeongmun.launcher;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment on the command line: ISO 8601, and it names its offset. */
public final class Moment implements ITypeConverter<Instant> {
    /** Made by picocli. */
    public Moment() {}

    @Override
    public Instant convert(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new TypeConversionException(
                    "'%s' is no time with an offset, such as 2021-07-14T19:58:30+09:00".formatted(text));
        }
    }
}
