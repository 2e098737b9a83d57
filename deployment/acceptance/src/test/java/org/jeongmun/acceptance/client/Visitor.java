package org.jeongmun.acceptance.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody with a browser that runs no scripts: keeps cookies, follows redirects only when asked to. */
public final class Visitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(60))
            .build();

    private final URI portal;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param portal where it begins */
    public Visitor(URI portal) {
        this.portal = portal;
    }

    /** @return the answer to a GET of a path with its query */
    public Page get(String target) {
        return send(request(target).GET());
    }

    /** @return the answer to that method without a body */
    public Page method(String method, String target) {
        return send(request(target).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** @return the answer to a POST of these fields, as a form sends them */
    public Page post(String target, Map<String, String> fields) {
        return postEncoded(target, encoded(fields.entrySet().stream().toList()));
    }

    Page submit(String method, String target, List<Map.Entry<String, String>> fields) {
        if (method.equals("POST")) {
            return postEncoded(target, encoded(fields));
        }
        return get(target.replaceFirst("\\?.*", "") + "?" + encoded(fields));
    }

    /** @return the names of the cookies it holds */
    public List<String> cookieNames() {
        return List.copyOf(cookies.keySet());
    }

    /** @return the value of a cookie */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Puts a cookie in by hand, as no page would. */
    public void put(String name, String value) {
        cookies.put(name, value);
    }

    /** Loses one cookie. */
    public void lose(String name) {
        cookies.remove(name);
    }

    /** @return the cookies it holds, as it sends them */
    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Forgets every cookie, as in another browser. */
    public void forget() {
        cookies.clear();
    }

    /** @return a second visitor with the same cookies, as in a second tab */
    public Visitor twin() {
        Visitor twin = new Visitor(portal);
        twin.cookies.putAll(cookies);
        return twin;
    }

    /** @return the same visitor at another address of the portal; to a browser a port is no other place for cookies */
    public Visitor at(URI elsewhere) {
        Visitor there = new Visitor(elsewhere);
        there.cookies.putAll(cookies);
        return there;
    }

    private Page postEncoded(String target, String body) {
        return send(request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String target) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(portal.resolve(target)).timeout(Duration.ofSeconds(120));
        if (!cookies.isEmpty()) {
            builder.header("Cookie", cookieHeader());
        }
        return builder;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return new Page(this, answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String setCookie) {
        for (HttpCookie cookie : HttpCookie.parse(setCookie)) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
