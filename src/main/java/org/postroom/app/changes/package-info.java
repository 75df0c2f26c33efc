/** What people do with messages: flags, moves, deletions, one or many, and taking it back. */
@NullMarked
package org.postroom.app.changes;

import org.jspecify.annotations.NullMarked;
