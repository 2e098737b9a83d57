package org.jeongmun.acceptance.gate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * All the ways we know to spell a path so that some server takes it for the same one: by name, each character one byte
 * on the wire, {@code {host}} standing for the portal's own.
 */
final class Mutations {
    private final String path;
    private final String rest;
    private final char first;
    private final Map<String, String> spelled = new LinkedHashMap<>();

    private Mutations(String path) {
        this.path = path;
        first = path.charAt(1);
        rest = path.substring(2);
    }

    /** @param path an exact one, longer than a slash @return targets that are none of the public list */
    static Map<String, String> of(String path) {
        Mutations mutations = new Mutations(path);
        mutations.encodings();
        mutations.overlongAndWideForms();
        mutations.controls();
        mutations.endings();
        mutations.cases();
        Detours.addTo(mutations.spelled, path);
        mutations.spelled.values().removeIf(path::equals);
        return mutations.spelled;
    }

    private void put(String name, String target) {
        if (spelled.put(name, target) != null) {
            throw new IllegalStateException("Two mutations are called " + name);
        }
    }

    private static String percent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(each));
        }
        return encoded.toString();
    }

    private static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private void encodings() {
        put("first letter encoded", "/%" + Integer.toHexString(first) + rest);
        put("last letter encoded", path.substring(0, path.length() - 1) + percent(path.substring(path.length() - 1)));
        put("letter encoded twice", "/%25" + Integer.toHexString(first) + rest);
        put("letter encoded three times", "/%2525" + Integer.toHexString(first) + rest);
        put("everything encoded", "/" + percent(path.substring(1)));
        put("slash encoded, lower case", "%2f" + path.substring(1));
        put("slash encoded after a slash", "/%2F" + path.substring(1));
        put("slash encoded twice", "/%252f" + path.substring(1));
        put("%u letter", "/%u00" + Integer.toHexString(first) + rest);
        put("%u slash", "/%u2215" + path.substring(1));
        put("%u wide letter", "/%uff" + Integer.toHexString(first - 0x20) + rest);
        for (String broken : new String[] {"%", "%zz", "%1", "%%32", "%u", "%g0", "%-1", "% 41"}) {
            put("broken " + broken, path + broken);
        }
        put("broken in front", "/%" + path.substring(1));
        put("question mark encoded", path + "%3f");
        put("question mark and query encoded", path + "%3Fx=1");
        put("hash", path + "#");
        put("hash and fragment", path + "#x");
        put("hash encoded", path + "%23x");
        put("ampersand", path + "&x=1");
    }

    private void overlongAndWideForms() {
        char high = (char) (0xC0 | first >> 6);
        char low = (char) (0x80 | first & 0x3F);
        put("overlong letter", "/%" + Integer.toHexString(high) + "%" + Integer.toHexString(low) + rest);
        put("overlong letter, raw", "/" + high + low + rest);
        put("overlong slash", "/x%c0%af.." + path);
        put("overlong slash of three", "/%e0%80%af" + path.substring(1));
        put("overlong dots", "/x/%c0%ae%c0%ae" + path);
        put("overlong dots, raw", "/x/\u00c0\u00ae\u00c0\u00ae" + path);
        put("overlong null", path + "%c0%80");
        String wide = Character.toString((char) (0xFEE0 + first));
        put("wide letter", "/" + percent(wide) + rest);
        put("wide letter, raw", "/" + raw(wide) + rest);
        put("wide dots", "/x/" + percent("．．") + path);
        for (String slash : new String[] {"／", "∕", "⁄", "＼", "\\"}) {
            put("slash as " + percent(slash), "/x" + percent(slash) + ".." + path);
            put("slash as " + percent(slash) + ", raw", raw(slash) + path.substring(1));
        }
        put("half a surrogate", path + "%ed%a0%80");
        put("no UTF-8", path + "%ff");
        put("no UTF-8, raw", path + "\u00ff");
        put("mark of byte order", "/%EF%BB%BF" + path.substring(1));
        put("invisible joiner", path + percent("\u200d"));
        put("soft hyphen", path + percent("\u00ad"));
        put("composed mark", path + percent("\u0301"));
    }

    private void controls() {
        for (char control : new char[] {0, 1, 8, 0x0B, 0x0C, '\r', 0x1B, 0x7F, 0x85, 0xA0}) {
            put("raw " + (int) control, path + control);
            put("encoded " + (int) control, path + "%%%02x".formatted((int) control));
        }
        put("null and suffix", path + "%00.html");
        put("null inside", "/" + first + "%00" + rest);
        put("encoded new line", path + "%0a");
        put("encoded header", path + "%0d%0aX-Portal-Gate:%20OPEN");
        for (String separator : new String[] {"\u2028", "\u2029", "\u0085", "\u3000", "\u00a0", "\u1680", "\ufeff"}) {
            put("separator " + percent(separator), path + percent(separator));
            put("separator " + percent(separator) + ", raw", path + raw(separator));
            put("separator " + percent(separator) + " in front", "/" + percent(separator) + path.substring(1));
        }
    }

    private void endings() {
        for (String tail : new String[] {
            ".", "..", "%2e", "%20", "%20%20", "%09", "+", "~", "'", "\"", "|", "^", "`", "<", "{", "[", "*", "%2a",
            ":", "::$DATA", "-", "_"
        }) {
            put("ending " + tail, path + tail);
        }
        put("blank in front", "/%20" + path.substring(1));
    }

    private void cases() {
        put("upper case", path.toUpperCase(Locale.ROOT));
        put("first letter upper case", "/" + Character.toUpperCase(first) + rest);
        put(
                "last letter upper case",
                path.substring(0, path.length() - 1)
                        + path.substring(path.length() - 1).toUpperCase(Locale.ROOT));
        put("Turkish upper case", percentAbove127(path.toUpperCase(Locale.forLanguageTag("tr"))));
        put("without a dot", path.replace("i", "%C4%B1"));
        put("dot above", path.replace("i", "%C4%B0"));
        put("dot combined", path.replace("i", "i%CC%87"));
        put("long s", path.replace("s", "%C5%BF"));
        put("Kelvin", path.replace("k", "%E2%84%AA"));
    }

    private static String percentAbove127(String text) {
        StringBuilder target = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(each -> target.append(each.charAt(0) > 127 ? percent(each) : each));
        return target.toString();
    }
}
