@NullMarked
package org.postroom.app.database;

import org.jspecify.annotations.NullMarked;
