@NullMarked
package org.postroom.sessioncache.drop;

import org.jspecify.annotations.NullMarked;
