/** Long work with progress, which any replica can watch and stop. */
@NullMarked
package org.postroom.sessioncache.jobs;

import org.jspecify.annotations.NullMarked;
