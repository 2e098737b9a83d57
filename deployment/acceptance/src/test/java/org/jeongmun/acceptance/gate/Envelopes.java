package org.jeongmun.acceptance.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways to ask for a path that is spelled exactly, in odd company: each is taken for that path while the portal is open,
 * so each must find it shut before. {@code {path}} and {@code {host}} stand for what is asked and where.
 */
final class Envelopes {
    private static final String PLAIN_HEAD = "Host: {host}\r\nConnection: close\r\n";

    /** Headers that ask some server, proxy or framework to take the request for another one. */
    static final List<String> HEADERS = List.of(
            "X-HTTP-Method-Override: POST",
            "X-HTTP-Method: PUT",
            "X-Method-Override: DELETE",
            "X-Original-URL: /",
            "X-Original-URL: /robots.txt",
            "X-Rewrite-URL: /",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Host: localhost",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Port: 443",
            "X-Forwarded-Prefix: /schedule.json",
            "X-Forwarded-Server: localhost",
            "X-Real-IP: 127.0.0.1",
            "X-Host: localhost",
            "X-Custom-IP-Authorization: 127.0.0.1",
            "Forwarded: for=127.0.0.1;host=localhost;proto=https",
            "Via: 1.1 localhost",
            "Purpose: prefetch",
            "Sec-Purpose: prefetch;prerender",
            "X-Moz: prefetch",
            "X-Purpose: preview",
            "Early-Data: 1",
            "Max-Forwards: 0",
            "TE: trailers",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Upgrade: TLS/1.0",
            "Expect: 100-continue",
            "Range: bytes=0-10",
            "Range: bytes=0-0,-1",
            "If-Range: \"x\"",
            "If-None-Match: *",
            "If-None-Match: W/\"0\"",
            "If-Match: \"x\"",
            "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
            "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
            "Date: Wed, 14 Jul 2021 11:00:01 GMT",
            "Date: Fri, 01 Jan 2100 00:00:00 GMT",
            "Accept-Encoding: gzip, br",
            "Accept-Language: tr",
            "Faces-Request: partial/ajax",
            "Content-Length: 0",
            "Cookie: JSESSIONID=1; jeongmun-applicant=1; jeongmun-choice=2; $Path=/",
            "Authorization: Basic YWRtaW46YWRtaW4=",
            "X-Portal-Gate: OPEN",
            "Cache-Control: only-if-cached",
            "colonless");

    /** Request heads by name, without the empty line that ends them. */
    static final Map<String, String> ALL = all();

    private Envelopes() {}

    private static Map<String, String> all() {
        Map<String, String> heads = new LinkedHashMap<>();
        heads.put("plain", "GET {path} HTTP/1.1\r\n" + PLAIN_HEAD);
        for (String query :
                List.of("?", "??", "?x=1", "?;jsessionid=1", "?x#y", "?/j_security_check", "?_method=DELETE")) {
            heads.put("query " + query, "GET {path}" + query + " HTTP/1.1\r\n" + PLAIN_HEAD);
        }
        heads.put("tab", "GET\t{path} HTTP/1.1\r\n" + PLAIN_HEAD);
        heads.put("blanks", "GET   {path}   HTTP/1.1\r\n" + PLAIN_HEAD);
        heads.put("HEAD", "HEAD {path} HTTP/1.1\r\n" + PLAIN_HEAD);
        heads.put("HTTP/1.0", "GET {path} HTTP/1.0\r\n" + PLAIN_HEAD);
        heads.put("HTTP/1.0 without a host", "GET {path} HTTP/1.0\r\n");
        heads.put("absolute", "GET http://{host}{path} HTTP/1.1\r\n" + PLAIN_HEAD);
        heads.put("absolute, https", "GET https://{host}{path} HTTP/1.1\r\n" + PLAIN_HEAD);
        heads.put(
                "absolute, foreign host",
                "GET http://{host}{path} HTTP/1.1\r\nHost: evil.example\r\n" + "Connection: close\r\n");
        heads.put("absolute, no host", "GET http://{host}{path} HTTP/1.1\r\nConnection: close\r\n");
        for (String host : List.of("localhost", "LocalHost:1", "127.0.0.1", "127.0.0.1:99999", "[::1]")) {
            heads.put("host " + host, "GET {path} HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        }
        for (String header : HEADERS) {
            heads.put("with " + header, "GET {path} HTTP/1.1\r\n" + PLAIN_HEAD + header + "\r\n");
        }
        return heads;
    }
}
