/** The shell around every page, errors, confirmations, and the words of the interface. */
@NullMarked
package org.postroom.app.layout;

import org.jspecify.annotations.NullMarked;
