package org.jeongmun.plugin.lookupsmart;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jeongmun.spi.ClinicId;
import org.jeongmun.spi.LookupRequest;

/** Full addresses at the portal, as the specification wants them. */
final class Links {
    private final String portal;
    private final String partner;

    Links(LookupRequest request) {
        this.portal = request.portal().toString().replaceAll("/+$", "");
        this.partner = request.partner().orElse(SmartLookupPlugin.ID.value());
    }

    /** @return the address of a file of this plugin, of one province or of the nation */
    String file(String path, Optional<String> province) {
        return portal + "/lookup/" + SmartLookupPlugin.ID + "/" + path
                + province.map(text -> "?" + SmartLookupPlugin.PROVINCE + "=" + encoded(text))
                        .orElse("");
    }

    /** @return the deep link into booking; it leads through check-in and the line like every other way */
    String booking(ClinicId clinic, String slot) {
        return "%s/go?partner=%s&clinic=%s&slot=%s"
                .formatted(portal, encoded(partner), encoded(clinic.value()), encoded(slot));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
