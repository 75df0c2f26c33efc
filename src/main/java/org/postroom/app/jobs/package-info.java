/** Long work with its progress. */
@NullMarked
package org.postroom.app.jobs;

import org.jspecify.annotations.NullMarked;
