package org.jeongmun.web.desk;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Problem;

/**
 * What the pages of the desk have in common: every text is escaped, and what is wrong is said at the top and at its
 * field.
 */
final class DeskTemplate {
    private static final Template PROBLEM = Mustache.compiler()
            .compile("<p class=\"problem\" id=\"{{input}}-problem\"><span lang=\"ko\">{{ko}}</span>"
                    + " <span lang=\"en\">{{en}}</span></p>");
    private static final Template MARK =
            Mustache.compiler().compile(" aria-invalid=\"true\" aria-describedby=\"{{input}}-problem\"");

    private final Template template;

    private DeskTemplate(Template template) {
        this.template = template;
    }

    /** @param file beside this class */
    static DeskTemplate of(String file) {
        try (InputStream stream = DeskTemplate.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return new DeskTemplate(Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .zeroIsFalse(true)
                    .defaultValue("")
                    .withLoader(name -> new InputStreamReader(
                            DeskTemplate.class.getResourceAsStream(name + ".mustache"), StandardCharsets.UTF_8))
                    .compile(reader));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Renders a page. Around the name of an input it may have {@code problem}, which becomes what is wrong there, and
     * {@code mark}, which points from the input to that.
     *
     * @param names what it says
     * @param problems what keeps its form from being done
     */
    String render(Map<String, Object> names, List<Problem> problems) {
        Map<String, LocalizedText> wrong = problems.stream()
                .filter(Problem::isOfField)
                .collect(Collectors.toMap(Problem::field, Problem::text, (first, second) -> first));
        Map<String, Object> all = new HashMap<>(names);
        all.put("problems", problems);
        all.put("problem", about(wrong, PROBLEM));
        all.put("mark", about(wrong, MARK));
        return template.execute(all);
    }

    private static Mustache.Lambda about(Map<String, LocalizedText> wrong, Template words) {
        return (input, out) -> {
            LocalizedText text = wrong.get(input.execute());
            if (text != null) {
                words.execute(Map.of("input", input.execute(), "ko", text.ko(), "en", text.en()), out);
            }
        };
    }
}
