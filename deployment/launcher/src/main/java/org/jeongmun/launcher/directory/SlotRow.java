package org.jeongmun.launcher.directory;

import java.time.Instant;

/** A slot as slots.csv tells it; who names which clinic is checked by the database. */
record SlotRow(String clinicId, Instant startsAt, Instant endsAt, String vaccine, int capacity) {}
