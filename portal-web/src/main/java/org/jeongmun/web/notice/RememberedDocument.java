package org.jeongmun.web.notice;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A document that whole crowds read, written anew once something else is to be told or the moment that it names has
 * grown old. Safe for many threads; several that find it old at once each write it, and all are right.
 */
final class RememberedDocument {
    /** A tenth of what any cache on the way may keep it. */
    private static final long KEPT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LongSupplier nanoTime;
    private volatile Written last;

    @SuppressWarnings("ArrayRecordComponent") // nobody changes the bytes
    private record Written(Told told, long atNanos, byte[] bytes) {}

    /** @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests */
    RememberedDocument(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Answers with what was written for an equal situation a moment ago, or with what is written now.
     *
     * @param told looked at before the document is written
     * @return not to be changed
     */
    byte[] of(Told told, Supplier<byte[]> writer) {
        Written written = last;
        long now = nanoTime.getAsLong();
        if (written == null
                || now - written.atNanos() > KEPT_NANOS
                || !written.told().equals(told)) {
            written = new Written(told, now, writer.get());
            last = written;
        }
        return written.bytes();
    }
}
