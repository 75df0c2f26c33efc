/** A program with nothing but the POP3 store and the database, which tests may kill. */
@NullMarked
package org.postroom.soak;

import org.jspecify.annotations.NullMarked;
