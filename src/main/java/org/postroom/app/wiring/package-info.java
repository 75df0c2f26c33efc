/** The configuration, and the only place that names concrete stores. */
@NullMarked
package org.postroom.app.wiring;

import org.jspecify.annotations.NullMarked;
