/** What the tests do to the program, and what they count afterwards. */
@NullMarked
package org.postroom.soak;

import org.jspecify.annotations.NullMarked;
