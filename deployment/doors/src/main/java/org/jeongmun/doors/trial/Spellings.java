package org.jeongmun.doors.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Every odd spelling of an exact path that some server, somewhere, has taken for the path itself. None of them is
 * repaired here: what a spelling means is for the portal's own list to say, letter by letter.
 */
final class Spellings {
    /** The name of the path as it is. */
    static final String EXACT = "exact";

    private static final Map<String, UnaryOperator<String>> MUTATIONS = mutations();
    private static final String ELSEWHERE = "elsewhere.example";

    private Spellings() {}

    /**
     * All spellings of a path.
     *
     * @param authority host and port of the listener
     * @return the exact one first; each target once
     */
    static List<Spelling> of(String path, String authority) {
        String own = "Host: " + authority + "\r\n";
        Map<String, Spelling> spellings = new LinkedHashMap<>();
        add(spellings, new Spelling(EXACT, path, true, own));
        MUTATIONS.forEach((name, mutation) -> add(spellings, new Spelling(name, mutation.apply(path), true, own)));
        String absolute = "http://" + authority + path;
        add(spellings, new Spelling("absolute", absolute, true, own));
        add(spellings, new Spelling("absolute, elsewhere", "http://" + ELSEWHERE + path, false, own));
        add(spellings, new Spelling("absolute, no host", "http://" + path, false, own));
        List<Spelling> all = new ArrayList<>(spellings.values());
        all.add(new Spelling("host elsewhere", path, false, "Host: " + ELSEWHERE + "\r\n"));
        all.add(new Spelling("two hosts", path, false, own + "Host: " + ELSEWHERE + "\r\n"));
        return all;
    }

    private static void add(Map<String, Spelling> spellings, Spelling spelling) {
        spellings.putIfAbsent(spelling.target(), spelling);
    }

    private static Map<String, UnaryOperator<String>> mutations() {
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
        appended(all);
        dotted(all);
        encoded(all);
        mapped(all);
        return all;
    }

    private static void appended(Map<String, UnaryOperator<String>> all) {
        all.put("slash after", path -> path + "/");
        all.put("dot after", path -> path + ".");
        all.put("encoded blank after", path -> path + "%20");
        all.put("NUL after", path -> path + "%00");
        all.put("line feed after", path -> path + "%0a");
        all.put("CR and LF after", path -> path + "%0d%0a");
        all.put("line separator after", path -> path + "%e2%80%a8");
        all.put("backslash after", path -> path + "\\");
        all.put("fragment", path -> path + "#x");
        all.put("encoded fragment", path -> path + "%23x");
        all.put("encoded query", path -> path + "%3fx=1");
        all.put("parameter", path -> path + ";x=1");
        all.put("encoded parameter", path -> path + "%3bx=1");
        all.put("session parameter", path -> path + ";jsessionid=1");
        all.put("replica parameter", path -> path + ";jreplica=1");
        all.put("parameter in front", path -> "/;x=1" + path);
    }

    private static void dotted(Map<String, UnaryOperator<String>> all) {
        all.put("two slashes", path -> "/" + path);
        all.put("slashes doubled", path -> path.replace("/", "//"));
        all.put("dot segment", path -> "/." + path);
        all.put("up and down", path -> "/x/.." + path);
        all.put("up from a notice", path -> "/assets/.." + path);
        all.put("encoded dots", path -> "/x/%2e%2e" + path);
        all.put("dots encoded twice", path -> "/x/%252e%252e" + path);
        all.put("encoded slash", path -> "/x/..%2f" + path.substring(1));
        all.put("dots with a parameter", path -> "/x/..;" + path);
        all.put("above the root", path -> "/.." + path);
        all.put("backslash in front", path -> "/x\\.." + path);
    }

    private static void encoded(Map<String, UnaryOperator<String>> all) {
        all.put("slashes encoded", path -> "/" + path.substring(1).replace("/", "%2f"));
        all.put("backslashes", path -> "/" + path.substring(1).replace('/', '\\'));
        all.put("letter encoded", path -> withFirstLetter(path, letter -> "%" + hex(letter)));
        all.put("letter encoded twice", path -> withFirstLetter(path, letter -> "%25" + hex(letter)));
        all.put("letter in the %u form", path -> withFirstLetter(path, letter -> "%u00" + hex(letter)));
        all.put("letter of full width", path -> withFirstLetter(path, Spellings::fullWidth));
        all.put("overlong slash", path -> "/" + path.substring(1).replace("/", "%c0%af"));
        all.put("upper case", path -> path.toUpperCase(Locale.ROOT));
        all.put("first letter in upper case", path -> withFirstLetter(path, each -> each.toUpperCase(Locale.ROOT)));
        all.put("dotless i", path -> path.replace("i", "%c4%b1"));
    }

    private static void mapped(Map<String, UnaryOperator<String>> all) {
        for (String suffix : List.of(".xhtml", ".jsf", ".faces", ".html", ".json", ".jsp", "~", ".bak")) {
            all.put("suffix " + suffix, path -> path + suffix);
        }
        all.put("below /faces", path -> "/faces" + path);
        all.put("below /faces, .xhtml", path -> "/faces" + path + ".xhtml");
        all.put("login of a form", path -> path + "/j_security_check");
    }

    private static String withFirstLetter(String path, UnaryOperator<String> change) {
        for (int at = 1; at < path.length(); at++) {
            if (Character.isLetter(path.charAt(at))) {
                return path.substring(0, at) + change.apply(path.substring(at, at + 1)) + path.substring(at + 1);
            }
        }
        return path;
    }

    private static String hex(String letter) {
        return "%02x".formatted(letter.charAt(0) & 0xFF);
    }

    private static String fullWidth(String letter) {
        char wide = (char) (letter.charAt(0) - '!' + '\uFF01');
        StringBuilder encoded = new StringBuilder();
        for (byte each : Character.toString(wide).getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02x".formatted(each & 0xFF));
        }
        return encoded.toString();
    }
}
