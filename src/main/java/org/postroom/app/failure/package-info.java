/** Failures as pages and parts: one place where each gets its status and its sentence. */
@NullMarked
package org.postroom.app.failure;

import org.jspecify.annotations.NullMarked;
