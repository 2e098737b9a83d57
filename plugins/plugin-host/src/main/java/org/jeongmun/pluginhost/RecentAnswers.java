package org.jeongmun.pluginhost;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jeongmun.spi.LookupRequest;

/**
 * What was answered a moment ago, for who asks the very same while the directory still tells from the same picture.
 * Never across two pictures, so an answer from here is as fresh as a new one. Safe for many threads.
 */
final class RecentAnswers {
    private static final int MOST_BYTES = 1 << 24;
    /** So much a kept answer takes besides its body, with a question that is no longer than that. */
    private static final int BESIDES = 2_048;

    private static final int LONGEST_QUESTION = 1_500;
    private static final int OF_A_PARAMETER = 150;

    private static final int LONGEST = 1 << 17;
    private static final Pattern MAY_BE_KEPT = Pattern.compile("max-age=[1-9][0-9]{0,8}");

    private volatile FromOnePicture latest = new FromOnePicture(Instant.MIN);

    /** The answers that one picture gave. */
    private static final class FromOnePicture {
        private final Instant picture;
        private final Map<Question, LookupOutcome.Answered> answers = new ConcurrentHashMap<>();
        private final AtomicInteger bytes = new AtomicInteger();

        private FromOnePicture(Instant picture) {
            this.picture = picture;
        }
    }

    /** What somebody asks of a plugin; two who ask the same get the same only if they are the same partner, or none. */
    record Question(String plugin, LookupRequest request) {
        /* What is not asked for by the plugin counts as well: it is kept with the rest. */
        private boolean isLong() {
            long letters = request.parameters().entrySet().stream()
                    .mapToLong(each -> each.getKey().length()
                            + each.getValue().stream()
                                    .mapToLong(value -> OF_A_PARAMETER + value.length())
                                    .sum())
                    .sum();
            return letters > LONGEST_QUESTION;
        }
    }

    /** @param picture from which the directory tells now */
    Optional<LookupOutcome.Answered> to(Question question, Instant picture) {
        FromOnePicture known = latest;
        return known.picture.equals(picture) ? Optional.ofNullable(known.answers.get(question)) : Optional.empty();
    }

    /** Keeps an answer that was made from that picture alone, if it allows that and both are short. */
    void keep(Question question, Instant picture, LookupOutcome.Answered answer) {
        String cacheControl = answer.headers().getOrDefault("Cache-Control", "");
        if (answer.status() != 200
                || answer.body().length > LONGEST
                || question.isLong()
                || !MAY_BE_KEPT.matcher(cacheControl).matches()) {
            return;
        }
        FromOnePicture known = latest;
        if (!known.picture.equals(picture)) {
            known = new FromOnePicture(picture);
            latest = known;
        }
        if (known.bytes.addAndGet(answer.body().length + BESIDES) <= MOST_BYTES) {
            known.answers.putIfAbsent(question, answer);
        }
    }
}
