package org.jeongmun.acceptance.desk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** An operator's browser at the desk of one portal: it sends what the page holds, and says where it comes from. */
public final class DeskVisit {
    private final URI desk;

    /** @param portal whose desk it is */
    public DeskVisit(Portal portal) {
        desk = portal.published().managementUrl();
    }

    /** @return the desk's one page as it is now */
    public Document page() {
        return Jsoup.parse(RawRequest.of("GET", "/desk/").sendTo(desk).body());
    }

    String token() {
        return Jsoup.parse(RawRequest.of("GET", "/desk/?change").sendTo(desk).body())
                .select("input[name=token]")
                .first()
                .val();
    }

    String origin() {
        return desk.getScheme() + "://" + desk.getAuthority();
    }

    RawResponse press(String form, Map<String, String> fields) {
        return send(form, origin(), desk.getAuthority(), token(), fields);
    }

    RawResponse send(String form, String origin, String host, String token, Map<String, String> fields) {
        RawRequest request = RawRequest.of("POST", "/desk/" + form).header("Host", host);
        if (origin != null) {
            request.header("Origin", origin);
        }
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String whole = token == null ? body : body + "&token=" + encoded(token);
        return request.body("application/x-www-form-urlencoded", whole).sendTo(desk);
    }

    RawResponse maintenanceOn(String reason, String until) {
        return maintenanceOn(reason, until, token());
    }

    RawResponse maintenanceOn(String reason, String until, String token) {
        return send(
                "maintenance",
                origin(),
                desk.getAuthority(),
                token,
                Map.of("operator", "the tests", "reason", reason, "until", until, "on", "on"));
    }

    RawResponse maintenanceOff() {
        return press("maintenance", Map.of("operator", "the tests", "off", "off"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
