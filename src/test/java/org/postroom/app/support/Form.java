package org.postroom.app.support;

import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form on a page, as a browser without JavaScript sends it. */
public final class Form {

    private final Visitor visitor;
    private final Element form;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    Form(Visitor visitor, Element form, Document page) {
        this.visitor = visitor;
        this.form = form;
        List<Element> controls = new ArrayList<>(form.select("input, select, textarea"));
        if (!form.id().isEmpty()) {
            controls.addAll(page.select("[form=" + form.id() + "]:is(input, select, textarea)"));
        }
        controls.forEach(this::take);
    }

    private void take(Element control) {
        String name = control.attr("name");
        String type = control.attr("type");
        boolean box = type.equals("checkbox") || type.equals("radio");
        if (name.isEmpty() || control.hasAttr("disabled") || (box && !control.hasAttr("checked"))) {
            return;
        }
        if (control.normalName().equals("select")) {
            Element chosen = control.selectFirst("option[selected]");
            Element option = chosen == null ? control.selectFirst("option") : chosen;
            add(name, option == null ? "" : option.val());
        } else {
            add(name, control.val());
        }
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /** Fills in a field. */
    public Form with(String name, String value) {
        fields.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    /** Leaves a field out. */
    public Form without(String name) {
        fields.remove(name);
        return this;
    }

    /** Ticks the box of a row. */
    public Form tick(Element row) {
        add("message", row.select("input[name=message]").val());
        return this;
    }

    /** Presses the button with this name and value. */
    public Page press(String name, String value) {
        return with(name, value).submit();
    }

    /** What would be sent. */
    public Map<String, List<String>> fields() {
        return fields;
    }

    /** Sends it, redirects followed. */
    public Page submit() {
        if (form.attr("method").equalsIgnoreCase("post")) {
            return visitor.post(form.attr("action"), fields);
        }
        StringBuilder address = new StringBuilder(form.attr("action"));
        fields.forEach(
                (name, values) ->
                        values.forEach(
                                value ->
                                        address.append(address.indexOf("?") < 0 ? '?' : '&')
                                                .append(name)
                                                .append('=')
                                                .append(
                                                        URLEncoder.encode(
                                                                value, StandardCharsets.UTF_8))));
        return visitor.open(address.toString());
    }

    /** Sends it; gives the response as it is. */
    public Response raw() {
        return visitor.rawPost(form.attr("action"), fields);
    }
}
