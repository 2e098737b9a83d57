package org.jeongmun.lock.reading;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.Membership;

/** Who belongs to a cohort, as the table of cohorts holds it: a rule and its settings, or rules combined. */
final class StoredMembership {
    private static final String ALL = "all";
    private static final String ANY = "any";
    private static final String NOT = "not";

    private StoredMembership() {}

    /**
     * Reads a row.
     *
     * @param word the name of a rule, or how rules are combined; a rule's name has a hyphen, so that it is never both
     * @throws RuntimeException when the row says nothing
     */
    static Membership of(String word, JsonObject settings) {
        return switch (word) {
            case ALL, ANY, NOT -> node(settings);
            default -> new EligibilityRule(word, texts(settings));
        };
    }

    private static Membership node(JsonObject node) {
        if (node.containsKey(ALL)) {
            return new Membership.All(nodes(node.getJsonArray(ALL)));
        }
        if (node.containsKey(ANY)) {
            return new Membership.Any(nodes(node.getJsonArray(ANY)));
        }
        if (node.containsKey(NOT)) {
            return new Membership.Not(node(node.getJsonObject(NOT)));
        }
        JsonObject with = node.getJsonObject("with");
        return new EligibilityRule(node.getString("rule"), with == null ? Map.of() : texts(with));
    }

    private static List<Membership> nodes(JsonArray nodes) {
        return nodes.getValuesAs(JsonObject.class).stream()
                .map(StoredMembership::node)
                .toList();
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new HashMap<>();
        json.forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
