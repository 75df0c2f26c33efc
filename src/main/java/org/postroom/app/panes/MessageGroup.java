package org.postroom.app.panes;

import java.util.List;

/**
 * Lines under one day heading.
 *
 * @param heading "Today", "Yesterday", "Last week"; empty when the list is not sorted by date
 * @param rows in order
 */
public record MessageGroup(String heading, List<MessageRow> rows) {}
