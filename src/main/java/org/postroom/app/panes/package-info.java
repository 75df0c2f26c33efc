/** The two panes that several features show, the list and the message, as data for their templates. */
@NullMarked
package org.postroom.app.panes;

import org.jspecify.annotations.NullMarked;
