package org.jeongmun.acceptance.timegames;

import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;

/**
 * What somebody keeps of a form that they were shown and have not sent: everything that it takes to send it later.
 *
 * @param path where it goes
 * @param cookies of the browser that was shown it
 * @param body as pressing its button would send it
 */
record Saved(String path, String cookies, String body) {
    /** @return the form that holds a place, of a new person of the cohort, filled in */
    static Saved slotFormOf(Journey journey) {
        Citizen citizen = journey.citizen();
        Form slots = journey.toSlots().slots();
        String choice = slots.choices("slot")
                .get(Math.floorMod(
                        citizen.phone().hashCode(), slots.choices("slot").size()));
        return new Saved(
                "/reserve/slot",
                journey.visitor().cookieHeader(),
                slots.with("slot", choice).encoded("continue"));
    }

    /** @return the same form sent with the cookies of somebody else */
    Saved with(String otherCookies) {
        return new Saved(path, otherCookies, body);
    }

    /** @return the request, byte by byte */
    String request(String host, String connection) {
        return head(host, connection) + body;
    }

    /** @return all of the request but its body */
    String head(String host, String connection) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: " + connection + "\r\nCookie: "
                + cookies
                + "\r\nDate: Wed, 14 Jul 2021 11:00:10 GMT\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
    }
}
