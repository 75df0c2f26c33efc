/** Whether this replica can serve, and which part of it is ill. */
@NullMarked
package org.postroom.app.health;

import org.jspecify.annotations.NullMarked;
