package org.jeongmun.launcher.directory;

/** A clinic as clinics.csv tells it. */
record ClinicRow(
        String id,
        String name,
        String sido,
        String sigungu,
        String address,
        String phone,
        double latitude,
        double longitude) {}
