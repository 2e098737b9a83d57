package org.jeongmun.web.reservation;

/** What somebody asks the database for, together with whoever asks for the same at that moment. */
sealed interface BookingStep permits Confirmation, Hold {
    /** @return what does it for many */
    BookingCall call();

    /** @return a value for each parameter of the call, in their order */
    Object[] values();
}
