package org.jeongmun.acceptance.gate;

import java.util.Map;

/** Targets that lead to a path by a detour: up and down, past a parameter, through a framework or a host. */
final class Detours {
    private final String path;
    private final String rest;
    private final char first;
    private final Map<String, String> spelled;

    private Detours(String path, Map<String, String> spelled) {
        this.path = path;
        this.spelled = spelled;
        first = path.charAt(1);
        rest = path.substring(2);
    }

    /** Adds them all by their names. */
    static void addTo(Map<String, String> spelled, String path) {
        Detours detours = new Detours(path, spelled);
        detours.parameters();
        detours.dots();
        detours.slashes();
        detours.frameworks();
        detours.authorities();
    }

    private void put(String name, String target) {
        if (spelled.put(name, target) != null) {
            throw new IllegalStateException("Two mutations are called " + name);
        }
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
