package org.postroom.app.panes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Hidden;

/**
 * Remote pictures that are held back; a GET form shows them once.
 *
 * @param action where the form leads, the message itself
 * @param fields all query parameters of that page, and the one that asks for pictures
 * @param blocked null as long as pictures can be shown; otherwise why not
 */
public record HeldImages(String action, List<Hidden> fields, @Nullable String blocked) {}
