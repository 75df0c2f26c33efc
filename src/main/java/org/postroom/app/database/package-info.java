/**
 * The database that Postroom starts for itself, and the checks of the one that an operator gives.
 */
@NullMarked
package org.postroom.app.database;

import org.jspecify.annotations.NullMarked;
