/** Tests of the package of the same name. */
@NullMarked
package org.postroom.sessioncache.jobs;

import org.jspecify.annotations.NullMarked;
