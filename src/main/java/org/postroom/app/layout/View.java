package org.postroom.app.layout;

/** Which pane a narrow screen shows: one of a list and a message, or a page without panes. */
public enum View {
    LIST("list"),
    MESSAGE("message"),
    PAGE("page");

    private final String mark;

    View(String mark) {
        this.mark = mark;
    }

    /** The value of {@code data-view} that the style sheet looks at. */
    public String mark() {
        return mark;
    }
}
