package org.jeongmun.launcher.directory;

/**
 * A place that has clinics: a sigungu, or Sejong, which has none.
 *
 * @param sigungu empty in Sejong
 * @param population in thousands
 * @param latitude of about where most people live, not of the middle of the area
 * @param longitude likewise
 */
record District(String sido, String sigungu, int population, double latitude, double longitude) {}
