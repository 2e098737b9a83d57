package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.util.Optional;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.WindowId;

/** One booking window of those that an item of a campaign file makes: itself, or one for each day of a rotation. */
record Turn(WindowId id, CohortId cohort, Instant opens, Instant closes, Optional<Instant> checkIn) {}
