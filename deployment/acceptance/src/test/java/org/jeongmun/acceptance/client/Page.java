package org.jeongmun.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a {@link Visitor} got: an answer, read as a page or as JSON. */
public final class Page {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Visitor visitor;
    private final HttpResponse<String> answer;
    private final Document document;

    Page(Visitor visitor, HttpResponse<String> answer) {
        this.visitor = visitor;
        this.answer = answer;
        document = Jsoup.parse(answer.body(), answer.uri().toString());
    }

    /** @return the HTTP status */
    public int status() {
        return answer.statusCode();
    }

    /** @return the value of a header */
    public Optional<String> header(String name) {
        return answer.headers().firstValue(name);
    }

    /** @return every value of a header */
    public List<String> headers(String name) {
        return answer.headers().allValues(name);
    }

    /**
     * @return whether it says to come back in a moment: the portal is busy, or has not heard of its database for a
     *     while
     */
    public boolean saysLater() {
        return status() == 503 && header("X-Portal-Gate").orElse("UNKNOWN").equals("UNKNOWN");
    }

    /** @return where a redirect leads: the path, with its query; empty for what is no redirect */
    public String location() {
        return header("Location")
                .map(to -> answer.uri().resolve(to))
                .map(to -> to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()))
                .orElse("");
    }

    /** @return status and destination of a redirect, such as {@code 303 /check-in} */
    public String redirect() {
        return status() + " " + location();
    }

    /** @return the page that a redirect leads to */
    public Page follow() {
        if (status() != 303) {
            throw new AssertionError("Expected 303, got " + this);
        }
        return visitor.get(location());
    }

    /** @return the body as it came */
    public String body() {
        return answer.body();
    }

    /** @return the body as a document */
    public Document document() {
        return document;
    }

    /** @return the text of the element with that id */
    public Optional<String> text(String id) {
        return Optional.ofNullable(document.getElementById(id))
                .map(Element::text)
                .filter(text -> !text.isBlank());
    }

    /** @return the body as JSON */
    public JsonNode json() {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("No JSON: " + this, notJson);
        }
    }

    /** @return whether there is a control of that name, be it one that can be chosen or not */
    public boolean offers(String field) {
        return !document.select("form [name=" + field + "]").isEmpty();
    }

    /**
     * @return every value that a control of that name lets choose, in their order; none where there is no such control
     */
    public List<String> choices(String field) {
        return offers(field) ? formWith(field).choices(field) : List.of();
    }

    /** @return the first form in which there is a control of that name */
    public Form formWith(String field) {
        return document.select("form").stream()
                .filter(form -> !form.select("[name=" + field + "]").isEmpty())
                .findFirst()
                .map(form -> new Form(visitor, form))
                .orElseThrow(() -> new AssertionError("No form with " + field + " in " + this));
    }

    /** @return what it is, for messages */
    @Override
    public String toString() {
        return "%s %s -> %s%n%s".formatted(answer.request().method(), answer.uri(), redirect(), answer.body());
    }
}
