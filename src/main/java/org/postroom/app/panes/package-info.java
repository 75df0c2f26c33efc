/** The list and the message, which several features show, as data for their templates. */
@NullMarked
package org.postroom.app.panes;

import org.jspecify.annotations.NullMarked;
