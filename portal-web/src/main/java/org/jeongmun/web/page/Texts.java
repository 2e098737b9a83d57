package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.jeongmun.schedule.LocalizedText;

/** Every text of the citizen's pages by its key, from one bundle for each language. */
@Named("texts")
@ApplicationScoped
public class Texts {
    private static final Properties KO = bundle("texts_ko.properties");
    private static final Properties EN = bundle("texts_en.properties");

    /** Made by the container. */
    public Texts() {}

    /**
     * The text of a key in both languages.
     *
     * @throws IllegalArgumentException when a bundle lacks the key
     */
    public LocalizedText of(String key) {
        return new LocalizedText(text(KO, key), text(EN, key));
    }

    /** @return the text with {@code {0}}, {@code {1}} and so on replaced by {@code parts} in the same language */
    public LocalizedText of(String key, LocalizedText... parts) {
        String ko = text(KO, key);
        String en = text(EN, key);
        for (int i = 0; i < parts.length; i++) {
            ko = ko.replace("{" + i + "}", parts[i].ko());
            en = en.replace("{" + i + "}", parts[i].en());
        }
        return new LocalizedText(ko, en);
    }

    /**
     * @return the text with {@code {0}} replaced by a number; for 1 that of the key with {@code .one}, where there is
     *     one
     */
    public LocalizedText count(String key, long number) {
        String digits = Long.toString(number);
        String counted = number == 1 && EN.containsKey(key + ".one") ? key + ".one" : key;
        return of(counted, new LocalizedText(digits, digits));
    }

    static Set<String> keys(boolean korean) {
        return (korean ? KO : EN).stringPropertyNames();
    }

    private static String text(Properties bundle, String key) {
        String text = bundle.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("Text %s is missing: add it to both bundles of texts.".formatted(key));
        }
        return text;
    }

    private static Properties bundle(String name) {
        Properties bundle = new Properties();
        try (InputStream stream = Texts.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            bundle.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bundle;
    }
}
