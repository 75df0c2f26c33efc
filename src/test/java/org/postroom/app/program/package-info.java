/** The packaged program, started as an operator starts it. */
@NullMarked
package org.postroom.app.program;

import org.jspecify.annotations.NullMarked;
