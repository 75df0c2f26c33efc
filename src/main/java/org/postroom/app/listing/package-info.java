/**
 * Which messages a page is about: lists, their filters and order, and the language of the search
 * box.
 */
@NullMarked
package org.postroom.app.listing;

import org.jspecify.annotations.NullMarked;
