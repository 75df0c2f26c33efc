package org.postroom.app.panes;

/**
 * A mailbox that messages can be moved or copied to.
 *
 * @param name full name, goes to the field {@code target}
 * @param label what a person reads, parents included: "Clients / Nordlicht Werft"
 */
public record Target(String name, String label) {}
