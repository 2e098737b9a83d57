package org.jeongmun.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jeongmun.schedule.WindowId;

/**
 * All clinics and their slots, answered from a picture in memory that is usually half a second old; no call touches the
 * database. Safe for many threads. Free places are told only while a booking window is open, whoever asks and whatever
 * the gate has let through. A look-up never tells a place as free more than two seconds after it was gone: from an
 * older picture nothing is told.
 */
public interface ClinicDirectory extends PlacesByWindow {
    /** @return the districts by province, both in Korean order; it holds no availability and is always told */
    SortedMap<String, SortedSet<String>> regions();

    /** @return the clinic of that id; holds no availability and is always told */
    Optional<Clinic> clinic(ClinicId id);

    /** @return the matches with what is free there, or that it is not the time to tell */
    Availability search(ClinicSearch search);

    /**
     * The free slots of one clinic from now on, by date in the campaign's zone, each day's in order of start.
     *
     * @return empty when nothing is free or it is not the time to tell
     */
    SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic);

    /**
     * The free slots of one clinic from now on, for look-ups: as strict as {@link #search} about when to tell.
     *
     * @return in order of start, none for a clinic that is not there; empty when it is not the time to tell
     */
    Optional<List<Slot>> slotsToTell(ClinicId clinic);

    /**
     * Names the picture from which look-ups are answered now. What was made from the same picture says the same.
     *
     * @return when its places were counted; empty when it is not the time to tell
     */
    Optional<Instant> toldFrom();

    /**
     * As {@link #freeSlots(ClinicId)}, for people of one window: what they may take is what is released for it.
     *
     * @return empty when nothing is free for them or it is not the time to tell
     */
    SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic, WindowId window);

    /**
     * @return how many places are free in all slots from now on for anybody who may book; empty while that is not known
     */
    Optional<Long> freePlaces();

    /** @return whether any window draws on a pool, so that what is free depends on who asks */
    boolean hasPools();
}
