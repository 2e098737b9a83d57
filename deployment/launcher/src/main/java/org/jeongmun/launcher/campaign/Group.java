package org.jeongmun.launcher.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jeongmun.identity.Typed;

/** One group of keys in a campaign file, as its readers ask it; what is not as it must be becomes a fault. */
final class Group {
    private final YamlNode.Keys keys;
    private final String name;
    private final Faults faults;

    private Group(YamlNode.Keys keys, String name, Faults faults) {
        this.keys = keys;
        this.name = name;
        this.faults = faults;
    }

    /** @return {@code node} as a group; empty, with a fault, when it is none */
    static Optional<Group> of(YamlNode node, String name, Faults faults) {
        if (node instanceof YamlNode.Keys keys) {
            return Optional.of(new Group(keys, name, faults));
        }
        faults.add(node.line(), "%s is a group of keys, such as { key: value }, not %s.", name, node.kind());
        return Optional.empty();
    }

    int line() {
        return keys.line();
    }

    /** @return where {@code key} stands; where the group begins when it does not */
    int lineOf(String key) {
        return keys.entry(key).map(YamlNode.Entry::line).orElse(keys.line());
    }

    boolean has(String key) {
        return keys.entry(key).isPresent();
    }

    /** @return whether a group of keys stands under {@code key} */
    boolean isGroup(String key) {
        return keys.entry(key)
                .filter(entry -> entry.value() instanceof YamlNode.Keys)
                .isPresent();
    }

    /** Refuses every other key than that one. */
    void refuseBeside(String only) {
        keys.entries().stream()
                .filter(entry -> !entry.key().equals(only))
                .forEach(entry -> faults.add(
                        entry.line(), "%s stands beside %s, which stands alone.", Quoted.of(entry.key()), only));
    }

    /** Refuses every key that is not known. */
    void refuseAllBut(Set<String> known) {
        for (YamlNode.Entry entry : keys.entries()) {
            if (!known.contains(entry.key())) {
                faults.add(
                        entry.line(),
                        "%s is no key of %s. Its keys are %s.",
                        Quoted.of(entry.key()),
                        name,
                        String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /** @return the text under {@code key}; empty, with a fault, when it is missing, blank or no text */
    Optional<YamlNode.Scalar> required(String key) {
        if (!has(key)) {
            faults.add(keys.line(), "%s has no %s. Add it.", name, key);
        }
        return optional(key);
    }

    /** @return the text under {@code key}, if there is any; a blank one is a fault */
    Optional<YamlNode.Scalar> optional(String key) {
        Optional<YamlNode.Entry> entry = keys.entry(key);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (!(entry.get().value() instanceof YamlNode.Scalar scalar)) {
            faults.add(
                    entry.get().line(),
                    "%s is one text, not %s.",
                    key,
                    entry.get().value().kind());
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            faults.add(entry.get().line(), "%s has no value. Write one, or remove the key.", key);
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    /** @return the text under {@code key} as one line; empty when it is missing or, with a fault, longer */
    Optional<String> line(String key, int longest) {
        Optional<YamlNode.Scalar> text = optional(key);
        if (text.isPresent() && Typed.line(text.get().text(), longest).isEmpty()) {
            faults.add(text.get().line(), "%s is one line of at most %d characters. Shorten it.", key, longest);
            return Optional.empty();
        }
        return text.map(YamlNode.Scalar::text);
    }

    /** @return the text under {@code key} as an id, or empty with a fault */
    <T> Optional<T> requiredId(String key, Function<String, T> toId) {
        Optional<YamlNode.Scalar> text = required(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(toId.apply(text.get().text()));
        } catch (IllegalArgumentException otherForm) {
            faults.add(text.get().line(), "%s %s: %s", key, Quoted.of(text.get().text()), otherForm.getMessage());
            return Optional.empty();
        }
    }

    /**
     * @return the whole number under {@code key}, or {@code otherwise} when it is missing or, with a fault, no such
     *     number
     */
    int number(String key, int least, int most, int otherwise) {
        Optional<YamlNode.Scalar> text = optional(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        String digits = text.get().text();
        boolean readable = digits.matches("[0-9]{1,9}");
        int value = readable ? Integer.parseInt(digits) : -1;
        if (value >= least && value <= most) {
            return value;
        }
        faults.add(
                text.get().line(), "%s %s: write a whole number from %d to %d.", key, Quoted.of(digits), least, most);
        return otherwise;
    }

    /**
     * @return which of {@code choices} the text under {@code key} is; empty when it is missing or, with a fault, none
     */
    <T> Optional<T> choice(String key, Map<String, T> choices) {
        Optional<YamlNode.Scalar> text = optional(key);
        text.filter(given -> !choices.containsKey(given.text()))
                .ifPresent(given -> faults.add(
                        given.line(),
                        "%s %s: write %s.",
                        key,
                        Quoted.of(given.text()),
                        String.join(" or ", new TreeSet<>(choices.keySet()))));
        return text.map(YamlNode.Scalar::text).map(choices::get);
    }

    /** @return the group under {@code key}, if there is any */
    Optional<Group> group(String key) {
        return keys.entry(key).flatMap(entry -> of(entry.value(), key, faults));
    }

    /** @return the items under {@code key}; none, with a fault, when it is missing or no list, or has none */
    List<YamlNode> requiredItems(String key) {
        Optional<YamlNode.Entry> entry = keys.entry(key);
        if (entry.isEmpty()) {
            faults.add(keys.line(), "%s has no %s. Add a list of at least one.", name, key);
            return List.of();
        }
        if (entry.get().value() instanceof YamlNode.Items list && !list.items().isEmpty()) {
            return list.items();
        }
        faults.add(entry.get().line(), "%s is a list of at least one, each begun with a hyphen.", key);
        return List.of();
    }

    /** @return all keys with their texts; what is no text is a fault and left out */
    Map<String, String> texts() {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        for (YamlNode.Entry entry : keys.entries()) {
            if (entry.value() instanceof YamlNode.Scalar scalar) {
                texts.put(entry.key(), scalar.text());
            } else {
                faults.add(
                        entry.line(),
                        "%s is one text, not %s.",
                        Quoted.of(entry.key()),
                        entry.value().kind());
            }
        }
        return texts;
    }
}
