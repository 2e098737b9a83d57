package org.jeongmun.reservation;

/** Why the portal did not do what was asked: an expected "no", told to the person in both languages. */
public enum RefusalReason {
    /** The person is in no cohort of this campaign. */
    NOT_ELIGIBLE,
    /** The person is in a cohort, and their window is yet to come. */
    NOT_YET_YOUR_TIME,
    /** The person is in a cohort, and all of their windows are over. */
    YOUR_TIME_IS_OVER,
    /** Nobody can tell now whether the person is in a cohort. */
    ELIGIBILITY_UNDETERMINED,
    /** The person already has a confirmed booking in this campaign. */
    ALREADY_RESERVED,
    /** The last place in this slot has gone. */
    SLOT_FULL,
    /** There is a place for the first dose, and none for the second within its interval, at any clinic near. */
    NO_SECOND_PLACE,
    /** There is no such slot, or it has begun. */
    SLOT_GONE,
    /** The hold was not confirmed in time; its place has been given back. */
    HOLD_EXPIRED,
    /** What is held by now is not the place that they were shown when they confirmed it. */
    OTHER_PLACE_HELD,
    /** There is nothing that could be confirmed, found or cancelled. */
    NO_SUCH_RESERVATION,
    /**
     * The portal cannot answer now. It may still have done what was asked, if the answer was lost; asking again is
     * safe.
     */
    TRY_AGAIN_LATER
}
