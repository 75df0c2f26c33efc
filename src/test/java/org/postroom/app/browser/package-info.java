/** Whole journeys in a real browser, with and without scripts. */
@NullMarked
package org.postroom.app.browser;

import org.jspecify.annotations.NullMarked;
