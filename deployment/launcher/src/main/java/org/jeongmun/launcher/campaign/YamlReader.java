package org.jeongmun.launcher.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the small part of YAML that a campaign file needs: one document of keys, lists and texts. What could make two
 * readers see two different campaigns is refused: anchors and aliases, merge keys, tags, and a key that stands twice.
 */
final class YamlReader {
    private static final int DEEPEST = 20;

    private final Faults faults;
    private final Iterator<Event> events;
    private int lastLine = 1;

    private YamlReader(String text, Faults faults) {
        this.faults = faults;
        LoadSettings settings =
                LoadSettings.builder().setLabel("campaign").setUseMarks(true).build();
        events = new Parse(settings).parseString(text).iterator();
    }

    /** @return what the text says, also when some of it was a fault; empty when it is no YAML or says nothing */
    static Optional<YamlNode> read(String text, Faults faults) {
        try {
            return new YamlReader(text, faults).document();
        } catch (MarkedYamlEngineException notYaml) {
            int line = notYaml.getProblemMark()
                    .or(notYaml::getContextMark)
                    .map(Mark::getLine)
                    .orElse(0);
            faults.add(line + 1, "This is not YAML: %s.", Quoted.of(String.valueOf(notYaml.getProblem())));
        } catch (ReaderException notYaml) {
            int character = notYaml.getCodePoint();
            faults.add(
                    lineOf(character, text),
                    "This is not YAML: the character U+%04X is not allowed. Remove it.",
                    character);
        } catch (YamlEngineException notYaml) {
            faults.add(1, "This is not YAML. Write keys, lists and texts.");
        } catch (TooDeepException tooDeep) {
            faults.add(tooDeep.line, "Lists and groups lie more than %d deep here. Write them flat.", DEEPEST);
        }
        return Optional.empty();
    }

    /* The exception has no line, and its position is one in what is read at once. */
    private static int lineOf(int character, String text) {
        int line = 1;
        int end = text.indexOf(character);
        for (int at = 0; at < end; at++) {
            char each = text.charAt(at);
            boolean isLineEnd = each == '\n' || each == '\r' && !text.startsWith("\n", at + 1);
            line += isLineEnd ? 1 : 0;
        }
        return line;
    }

    private Optional<YamlNode> document() {
        YamlNode root = null;
        while (events.hasNext()) {
            Event event = next();
            if (event instanceof DocumentStartEvent && root != null) {
                faults.add(lastLine, "A second document begins here. Write one campaign in one file.");
                return Optional.of(root);
            }
            if (event instanceof NodeEvent) {
                root = node(event, 0);
            }
        }
        return Optional.ofNullable(root);
    }

    private YamlNode node(Event event, int depth) {
        int line = lastLine;
        if (depth > DEEPEST) {
            throw new TooDeepException(line);
        }
        refuseSharing((NodeEvent) event, line);
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), line);
            return new YamlNode.Scalar(line, scalar.getValue());
        }
        if (event instanceof SequenceStartEvent list) {
            refuseTag(list.getTag(), line);
            return list(line, depth);
        }
        if (event instanceof MappingStartEvent keys) {
            refuseTag(keys.getTag(), line);
            return keys(line, depth);
        }
        return new YamlNode.Scalar(line, "");
    }

    private YamlNode list(int line, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Items(line, items);
    }

    private YamlNode keys(int line, int depth) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node(next(), depth + 1);
            if (!(key instanceof YamlNode.Scalar name)) {
                faults.add(key.line(), "A key is a word, not %s. Write it as key: value.", key.kind());
            } else if (name.text().equals("<<")) {
                faults.addRoot(key.line(), "Merge keys (<<) are not allowed. Write every value where it belongs.");
            } else if (!seen.add(name.text())) {
                faults.add(key.line(), "%s stands twice in one group. Remove one of them.", Quoted.of(name.text()));
            } else {
                entries.add(new YamlNode.Entry(key.line(), name.text(), value));
            }
        }
        return new YamlNode.Keys(line, entries);
    }

    private void refuseSharing(NodeEvent event, int line) {
        if (event instanceof AliasEvent) {
            faults.addRoot(line, "Aliases (*name) are not allowed. Write the value itself.");
        } else if (event.getAnchor().isPresent()) {
            faults.addRoot(line, "Anchors (&name) are not allowed. Write every value where it belongs.");
        }
    }

    private void refuseTag(Optional<String> tag, int line) {
        if (tag.isPresent()) {
            faults.addRoot(line, "Tags (!name) are not allowed: every value is read as text. Remove it.");
        }
    }

    private Event next() {
        Event event = events.next();
        lastLine = event.getStartMark().map(Mark::getLine).orElse(lastLine - 1) + 1;
        return event;
    }

    /** Ends the reading of a file that could use up the stack. */
    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;

        TooDeepException(int line) {
            super(null, null, false, false);
            this.line = line;
        }
    }
}
