package org.jeongmun.launcher.campaign;

import java.util.List;
import java.util.Optional;

/** A part of a YAML file, every scalar as its text, with the line on which it begins. */
sealed interface YamlNode {
    /** @return counted from 1 */
    int line();

    /** @return what a message calls this kind of part */
    String kind();

    /** A text, whatever it looks like: {@code 1962}, {@code no} and {@code "20:00"} alike. */
    record Scalar(int line, String text) implements YamlNode {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** Parts in their order. */
    record Items(int line, List<YamlNode> items) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Parts by their keys, no key twice. */
    record Keys(int line, List<Entry> entries) implements YamlNode {
        public Keys {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a group of keys";
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }
    }

    /** One key and what is said under it. */
    record Entry(int line, String key, YamlNode value) {}
}
