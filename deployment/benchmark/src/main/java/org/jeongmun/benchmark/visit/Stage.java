package org.jeongmun.benchmark.visit;

/** The requests of a whole journey, in their order: every page is looked at once, every form is sent once. */
public enum Stage {
    CHECK_IN_PAGE("GET /check-in", "200"),
    CHECK_IN("POST /check-in", "303 /reserve/clinic"),
    CLINIC_PAGE("GET /reserve/clinic", "200"),
    CLINIC("POST /reserve/clinic", "303 /reserve/slot"),
    SLOT_PAGE("GET /reserve/slot", "200"),
    HOLD("POST /reserve/slot", "303 /reserve/confirm"),
    CONFIRM_PAGE("GET /reserve/confirm", "200"),
    CONFIRM("POST /reserve/confirm", "303 /reserve/done"),
    RECEIPT("GET /reserve/done", "200");

    private final String request;
    private final String expected;

    Stage(String request, String expected) {
        this.request = request;
        this.expected = expected;
    }

    /** @return method and path */
    public String request() {
        return request;
    }

    /** @return the outcome with which the journey goes on */
    String expected() {
        return expected;
    }

    /** @return the next one; there is none after the receipt */
    Stage next() {
        return values()[ordinal() + 1];
    }
}
