package org.postroom.app.layout;

import java.util.List;

/**
 * A question before something that cannot be undone.
 *
 * @param question "Delete 12 messages for good?"
 * @param consequence what will be gone and where
 * @param button what the dangerous button says, with the number
 * @param keep what the harmless link says: "Keep them"
 * @param action where the form is posted
 * @param mark the form's {@code data-testid}, such as "empty-mailbox" or "list-actions"
 * @param fields everything that the form repeats
 * @param submit name and value of the button itself, such as {@code action=delete}
 * @param back where the harmless link leads
 */
public record Confirmation(
        String question,
        String consequence,
        String button,
        String keep,
        String action,
        String mark,
        List<Hidden> fields,
        Hidden submit,
        String back) {}
