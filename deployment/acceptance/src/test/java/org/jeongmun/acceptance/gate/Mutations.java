package org.jeongmun.acceptance.gate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * All the ways we know to spell a path so that some server takes it for the same one: by name, each character one byte on
 * the wire, {@code {host}} standing for the portal's own.
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
        mutations.parameters();
        mutations.dots();
        mutations.slashes();
        mutations.controls();
        mutations.endings();
        mutations.cases();
        mutations.frameworks();
        mutations.authorities();
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

    private void parameters() {
        for (String tail : new String[] {
            ";", ";x=1", "%3b", "%3Bx=1", ";jsessionid=1", ";JSESSIONID=1", ";jsessionid=1.node", "%3bjsessionid=1"
        }) {
            put("tail " + tail, path + tail);
        }
        for (String tail :
                new String[] {";jreplica=1", ";jsessionidversion=1", ";jsessionidversion=/:1", ";/", ";/x"}) {
            put("tail " + tail, path + tail);
        }
        put("parameter of the root", "/;" + path);
        put("parameter of the root with a name", "/;x=1" + path);
        put("parameter before the first letter", "/;x" + path);
        put("parameter before the last segment", path.replaceFirst("/([^/]*)$", ";x/$1"));
        put("up and parameter", "/..;" + path);
        put("down, up and parameter", "/x/..;" + path);
        put("here and parameter", "/.;" + path);
        put("path, up and parameter", path + "/..;" + path);
        put("encoded parameter and up", "/x/..%3b" + path);
        put("security check", path + "/j_security_check");
        put("security check behind a parameter", path + ";/j_security_check");
    }

    private void dots() {
        for (String dots : new String[] {
            "/.",
            "/..",
            "/x/..",
            "/%2e",
            "/%2E%2e",
            "/x/%2e%2e",
            "/x/.%2e",
            "/x/%252e%252e",
            "/...",
            "/....",
            "/x/../y/.."
        }) {
            put("in front " + dots, dots + path);
        }
        put("encoded slashes and dots", "/x%2f..%2f" + path.substring(1));
        put("from an open folder", "/assets/.." + path);
        put("from an open file", "/schedule.json/.." + path);
        put("from an open file, encoded", "/schedule.json/%2e%2e" + path);
        for (String tail : new String[] {"/.", "/..", "/%2e", "/x/..", "/./", "/../", "/.%2f"}) {
            put("behind " + tail, path + tail);
        }
        put("up and down again", path + "/.." + path);
    }

    private void slashes() {
        put("two slashes", "/" + path);
        put("three slashes", "//" + path);
        put("slash behind", path + "/");
        put("two slashes behind", path + "//");
        put("encoded slash behind", path + "%2f");
        put("slashes doubled", path.replace("/", "//"));
        put("backslashes", path.replace('/', '\\'));
        put("backslash behind", path + "\\");
        put("encoded backslash behind", path + "%5c");
        put("backslash and up", "/x\\.." + path);
        put("encoded backslash and up", "/x%5c..%5c" + path.substring(1));
        put("no slash", path.substring(1));
        put("asterisk", "*" + path);
        put("only a query", "?" + path);
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

    private void frameworks() {
        for (String suffix : new String[] {
            ".xhtml",
            ".jsf",
            ".faces",
            ".jsp",
            ".html",
            ".json",
            ".do",
            ".css",
            ".js",
            ".bak",
            ".xhtml/",
            "%2exhtml",
            "/index.xhtml"
        }) {
            put("suffix " + suffix, path + suffix);
        }
        for (String prefix : new String[] {
            "/faces",
            "/faces/WEB-INF/views",
            "/jakarta.faces.resource",
            "/javax.faces.resource",
            "/WEB-INF/views",
            "/ROOT",
            "/META-INF/resources",
            "/webjars",
            "/resources",
            "/contracts"
        }) {
            put("prefix " + prefix, prefix + path);
            put("prefix " + prefix + " and suffix", prefix + path + ".xhtml");
        }
        put("as a resource of Faces", "/jakarta.faces.resource" + path + ".xhtml?ln=jakarta.faces");
        put("as a library of Faces", "/jakarta.faces.resource/web.xml.xhtml?ln=.." + path);
    }

    private void authorities() {
        for (String authority : new String[] {
            "http://evil.example",
            "https://evil.example:443",
            "HTTP://EVIL.EXAMPLE",
            "http://evil.example@{host}",
            "http://{host}@evil.example",
            "http://{host}.",
            "http://",
            "http:",
            "ftp://{host}",
            "//evil.example",
            "//{host}",
            "http://evil.example/http://{host}"
        }) {
            put("authority " + authority, authority + path);
        }
        put("authority with backslashes", "http:\\\\{host}" + path);
        put("authority and two slashes", "http://{host}/" + path);
        put("authority and a parameter", "http://{host}" + path + ";x");
        put("authority and an encoded letter", "http://{host}/%" + Integer.toHexString(first) + rest);
    }
}
