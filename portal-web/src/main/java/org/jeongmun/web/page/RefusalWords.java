package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.waitingroom.JoinRefusal;

/** Says why something was not done. Who has a day to come is told that day. */
@ApplicationScoped
public class RefusalWords {
    private final Texts texts;
    private final Times times;

    /** For the container's proxy. */
    protected RefusalWords() {
        this(null, null);
    }

    /** Brings the parts together. */
    @Inject
    public RefusalWords(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    /** @return the reason in words, with their next window where there is one */
    public LocalizedText text(RefusalReason reason, Optional<BookingWindow> next) {
        if (next.isEmpty()) {
            return texts.of(key(reason));
        }
        LocalizedText opens = times.moment(next.get().opensAt());
        LocalizedText closes = times.moment(next.get().closesAt());
        String known = reason == RefusalReason.ELIGIBILITY_UNDETERMINED ? "refusal.inAnyCase" : "refusal.nextWindow";
        LocalizedText window = joined(texts.of(known, opens, closes), next.get());
        if (reason == RefusalReason.NOT_YET_YOUR_TIME) {
            return window;
        }
        LocalizedText why = texts.of(key(reason));
        return both(why, window);
    }

    /** Who comes to an opening that people have joined before stands behind them. */
    private LocalizedText joined(LocalizedText said, BookingWindow window) {
        return times.now()
                .flatMap(now -> window.checkInAt().filter(from -> from.isAfter(now)))
                .map(from -> both(said, texts.of("refusal.joinFrom", times.moment(from))))
                .orElse(said);
    }

    private static LocalizedText both(LocalizedText one, LocalizedText other) {
        return new LocalizedText(one.ko() + " " + other.ko(), one.en() + " " + other.en());
    }

    /** @return why somebody may not join a line, in the words of booking */
    static RefusalReason reason(JoinRefusal refusal) {
        return switch (refusal) {
            case NOT_YET -> RefusalReason.NOT_YET_YOUR_TIME;
            case OVER -> RefusalReason.YOUR_TIME_IS_OVER;
            case NO_LINE, MAINTENANCE, TRY_AGAIN_LATER -> RefusalReason.TRY_AGAIN_LATER;
        };
    }

    static String key(RefusalReason reason) {
        return "refusal." + reason.name();
    }
}
