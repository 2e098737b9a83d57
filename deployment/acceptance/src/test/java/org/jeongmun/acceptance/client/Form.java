package org.jeongmun.acceptance.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** One form of a page, filled and sent as a browser does it: with its hidden inputs and nothing that is not on it. */
public final class Form {
    private final Visitor visitor;
    private final Element form;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    Form(Visitor visitor, Element form) {
        this.visitor = visitor;
        this.form = form;
        form.select("input[name], select[name], textarea[name]").forEach(this::readValueOf);
    }

    private void readValueOf(Element control) {
        String type = control.attr("type");
        if (control.hasAttr("disabled") || type.equals("submit") || type.equals("button") || type.equals("image")) {
            return;
        }
        if ((type.equals("radio") || type.equals("checkbox")) && !control.hasAttr("checked")) {
            return;
        }
        if (control.normalName().equals("select")) {
            Element chosen =
                    Optional.ofNullable(control.selectFirst("option[selected]")).orElse(control.selectFirst("option"));
            if (chosen != null) {
                add(control.attr("name"), chosen.hasAttr("value") ? chosen.attr("value") : chosen.text());
            }
            return;
        }
        add(control.attr("name"), control.normalName().equals("textarea") ? control.wholeText() : control.val());
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
    }

    /** @return every value that the control or controls of that name offer for choice, in their order */
    public List<String> choices(String name) {
        List<String> offered = new ArrayList<>();
        for (Element control : form.select("[name=" + name + "]")) {
            if (control.normalName().equals("select")) {
                control.select("option").forEach(option -> offered.add(option.val()));
            } else if (!control.hasAttr("disabled")) {
                offered.add(control.val());
            }
        }
        return offered.stream().filter(value -> !value.isBlank()).toList();
    }

    /** @return what stands in the control of that name now */
    public String value(String name) {
        return String.join(",", fields.getOrDefault(name, List.of()));
    }

    /** Types or chooses a value; the control must be there. */
    public Form with(String name, String value) {
        if (form.select("[name=" + name + "]").isEmpty()) {
            throw new AssertionError("No control called " + name + " in " + form);
        }
        fields.put(name, List.of(value));
        return this;
    }

    /** Ticks a box; it must be there, and counts with the value it has. */
    public Form tick(String name) {
        Element box = form.selectFirst("input[type=checkbox][name=" + name + "]");
        if (box == null) {
            throw new AssertionError("No box called " + name + " in " + form);
        }
        return with(name, box.hasAttr("value") ? box.val() : "on");
    }

    /** Leaves a field out, as no browser would. */
    public Form without(String name) {
        fields.remove(name);
        return this;
    }

    /** @return the body that pressing the button of that name would post, for whoever keeps it for later */
    public String encoded(String button) {
        return Visitor.encoded(sentBy(button(button)));
    }

    private Element button(String name) {
        Element found = form.selectFirst("button[name=" + name + "], input[type=submit][name=" + name + "]");
        if (found == null) {
            throw new AssertionError("No button called " + name + " in " + form);
        }
        return found;
    }

    private List<Map.Entry<String, String>> sentBy(Element pressed) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> sent.add(Map.entry(name, value))));
        sent.add(Map.entry(pressed.attr("name"), pressed.val()));
        return sent;
    }

    /** Presses the button of that name. @return the answer */
    public Page press(String button) {
        Element pressed = button(button);
        List<Map.Entry<String, String>> sent = sentBy(pressed);
        String action = pressed.hasAttr("formaction") ? pressed.absUrl("formaction") : form.absUrl("action");
        URI target = URI.create(action.isEmpty() ? form.baseUri() : action);
        String path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        String method = pressed.hasAttr("formmethod") ? pressed.attr("formmethod") : form.attr("method");
        return visitor.submit(method.equalsIgnoreCase("post") ? "POST" : "GET", path, sent);
    }
}
