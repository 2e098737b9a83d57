package org.jeongmun.web.journey;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jeongmun.partner.PartnerId;

/**
 * From whom somebody came, and where they may be led back to. Nothing follows from it but a link on the last page.
 *
 * @param partner who sent them; one that is known
 * @param address one that was registered for this partner when they came
 * @param source the partner's own word for where its link stood; empty text without one
 * @param booking the partner's own word for this visit; empty text without one
 */
public record Referral(PartnerId partner, String address, String source, String booking) {
    /** How it travels. */
    public static final Carried<Referral> CARRIED =
            new Carried<>("jeongmun-referral", Duration.ofHours(4), Referral::toFields, Referral::of);

    /** What a partner may say of its own: what needs no escape in a URL, so that nothing hides in it. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._~:/-]{1,128}");

    /** Refuses missing parts. */
    public Referral {
        requireNonNull(partner, "partner");
        requireNonNull(address, "address");
        requireNonNull(source, "source");
        requireNonNull(booking, "booking");
    }

    /** @return a partner's word as it is; empty text when it is missing or is none */
    static String word(String text) {
        return text != null && WORD.matcher(text).matches() ? text : "";
    }

    /** @return the address with what the partner wanted to have back */
    public String link() {
        String query = parameter("source", source) + parameter("booking-referral", booking);
        return query.isEmpty() ? address : address + "?" + query.substring(1);
    }

    /** @return whose address it is, as people read it */
    public String host() {
        return URI.create(address).getHost();
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private List<String> toFields() {
        return List.of(partner.value(), address, source, booking);
    }

    private static Referral of(List<String> fields) {
        return new Referral(new PartnerId(fields.get(0)), fields.get(1), fields.get(2), fields.get(3));
    }
}
