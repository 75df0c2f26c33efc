package org.postroom.app.layout;

/**
 * The one search box.
 *
 * @param query what stands in it, empty if nothing was searched
 * @param mailbox full name of the mailbox that "This folder" means
 * @param label what a person calls that mailbox
 * @param everywhere whether "All folders" is chosen
 */
public record SearchBox(String query, String mailbox, String label, boolean everywhere) {}
