package org.jeongmun.web.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.reservation.Door;

/**
 * What somebody has chosen so far. It is a wish and no right: nothing is kept for them before the database says so.
 *
 * @param clinic where they want to go
 * @param slot which time a partner's link has named
 * @param door how they came
 * @param heldUntil until when their last hold was to be confirmed; lets the page say that it has run out
 */
public record Choice(Optional<ClinicId> clinic, Optional<SlotId> slot, Door door, Optional<Instant> heldUntil) {
    /** How it travels. */
    public static final Carried<Choice> CARRIED =
            new Carried<>("jeongmun-choice", Duration.ofHours(4), Choice::toFields, Choice::of);

    /** Somebody who has chosen nothing yet. */
    public static final Choice NONE = new Choice(Optional.empty(), Optional.empty(), Door.WEB, Optional.empty());

    /** @return the same with another clinic, and without a slot of the old one */
    public Choice at(ClinicId other) {
        Optional<SlotId> kept = clinic.filter(other::equals).flatMap(same -> slot);
        return new Choice(Optional.of(other), kept, door, heldUntil);
    }

    /** @return the same with a place held until then */
    public Choice held(Instant until) {
        return new Choice(clinic, slot, door, Optional.of(until));
    }

    /** @return the same with no place held any more */
    public Choice released() {
        return new Choice(clinic, slot, door, Optional.empty());
    }

    /** @return whether their last hold may still be good; only the database knows whether it is */
    boolean mayBeHeldAt(TimeBound now) {
        return heldUntil.filter(now.earliest()::isBefore).isPresent();
    }

    private List<String> toFields() {
        return List.of(
                clinic.map(ClinicId::value).orElse(""),
                slot.map(SlotId::toString).orElse(""),
                door.name(),
                heldUntil.map(Instant::toString).orElse(""));
    }

    private static Choice of(List<String> fields) {
        return new Choice(
                present(fields.get(0)).map(ClinicId::new),
                present(fields.get(1)).map(Long::valueOf).map(SlotId::new),
                Door.valueOf(fields.get(2)),
                present(fields.get(3)).map(Instant::parse));
    }

    private static Optional<String> present(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }
}
