package org.jeongmun.web.clinic;

/**
 * What one import left: which clinics and slots there are. Their free places are kept up to date.
 *
 * @param version the directory's version that was loaded
 * @param horizon the oldest transaction that was under way when the loading began: its changes may be missing
 */
record Snapshot(long version, String horizon, ClinicTable clinics, SlotTable slots) {}
