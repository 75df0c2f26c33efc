/** Several Postrooms on one database, and what happens when parts of it fail. */
@NullMarked
package org.postroom.faults;

import org.jspecify.annotations.NullMarked;
