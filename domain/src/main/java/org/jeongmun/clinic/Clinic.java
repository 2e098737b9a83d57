package org.jeongmun.clinic;

import static java.util.Objects.requireNonNull;

/**
 * Where vaccinations happen.
 *
 * @param id unique
 * @param name as on its sign
 * @param sido the province or metropolitan city
 * @param sigungu the district; empty text in Sejong, which has none
 * @param address without sido and sigungu or with them, as imported
 * @param phone as imported
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
public record Clinic(
        ClinicId id,
        String name,
        String sido,
        String sigungu,
        String address,
        String phone,
        double latitude,
        double longitude) {
    /** Refuses missing parts. */
    public Clinic {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(sido, "sido");
        requireNonNull(sigungu, "sigungu");
        requireNonNull(address, "address");
        requireNonNull(phone, "phone");
    }

    /** @return the address with sido and sigungu, whether or not it was imported with them */
    public String wholeAddress() {
        return address.startsWith(sido) ? address : (sido + " " + sigungu).strip() + " " + address;
    }
}
