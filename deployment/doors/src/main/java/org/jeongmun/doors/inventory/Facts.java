package org.jeongmun.doors.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object, read whole. What is missing in it reads as empty. */
final class Facts {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Facts NONE = new Facts(Map.of());

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = values;
    }

    /** @throws IOException for a text that is no JSON object */
    static Facts parsed(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            return new Facts(object(parser));
        }
    }

    String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    int number(String name) {
        return values.get(name) instanceof Number number ? number.intValue() : -1;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    Facts object(String name) {
        return of(values.get(name));
    }

    List<Facts> objects(String name) {
        return list(name).stream().map(Facts::of).toList();
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Facts of(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return NONE;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, each) -> named.put(String.valueOf(key), each));
        return new Facts(named);
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT:
                return object(parser);
            case START_ARRAY:
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            case VALUE_NUMBER_INT:
                return parser.getLongValue();
            case VALUE_NULL:
                return null;
            default:
                return parser.getText();
        }
    }
}
