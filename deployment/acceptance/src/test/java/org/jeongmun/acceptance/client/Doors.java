package org.jeongmun.acceptance.client;

import java.util.List;
import java.util.stream.Stream;

/** Public URLs of the contract by their class, and some that are none. */
public final class Doors {
    /** May be read in every state. */
    public static final List<String> NOTICE = List.of(
            "/",
            "/schedule.json",
            "/waiting",
            "/waiting/status.json",
            "/privacy",
            "/accessibility",
            "/favicon.ico",
            "/robots.txt");

    /** Who you are. */
    public static final List<String> CHECK_IN = List.of("/check-in");

    /** Ways to a place. */
    public static final List<String> BOOKING =
            List.of("/reserve/clinic", "/reserve/slot", "/reserve/confirm", "/go", "/go?partner=demo&clinic=1&slot=1");

    /** What partners and the curious look up. */
    public static final List<String> LOOKUP = List.of(
            "/clinics",
            "/lookup/clinic-lookup-portal/v1/clinics",
            "/lookup/clinic-lookup-smart/$bulk-publish",
            "/lookup/clinic-lookup-smart/slots.ndjson",
            "/lookup/clinic-lookup-portal/v1/clinics?sido=%EC%84%9C%EC%9A%B8%ED%8A%B9%EB%B3%84%EC%8B%9C");

    /** Looks after a booking; never makes one. */
    public static final List<String> CARE = List.of("/reserve/done", "/reservation");

    /** No public URL, whatever a container, a framework or a management port makes of it. */
    public static final List<String> NONE = List.of(
            "/reserve",
            "/reserve/",
            "/assets",
            "/assets/",
            "/assets/nothing.css",
            "/index.html",
            "/index.xhtml",
            "/reserve/clinic.xhtml",
            "/reserve/clinic.jsf",
            "/reserve/clinic.faces",
            "/faces/reserve/clinic",
            "/faces/reserve/clinic.xhtml",
            "/clinic.xhtml",
            "/views/clinic.xhtml",
            "/jakarta.faces.resource/jsf.js",
            "/jakarta.faces.resource/faces.js.xhtml?ln=jakarta.faces",
            "/resources/reserve",
            "/api/reservations",
            "/lookup/",
            "/lookup/clinic-lookup-portal/",
            "/lookup/clinic-lookup-portal/v1/",
            "/lookup/clinic-lookup-portal/v1/clinics/",
            "/lookup/no-such-plugin/v1/clinics",
            "/check-in/return/nobody",
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started",
            "/metrics",
            "/openapi",
            "/desk",
            "/desk/",
            "/desk/assisted",
            "/favicon.ico/",
            "/robots.txt.bak",
            "/nothing-here");

    private Doors() {}

    /** @return what is shut before the first opening */
    public static Stream<String> shutBeforeOpening() {
        return Stream.of(CHECK_IN, BOOKING, LOOKUP, NONE).flatMap(List::stream);
    }
}
