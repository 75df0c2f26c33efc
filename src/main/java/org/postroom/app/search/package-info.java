/** Search results as a page and as a part. */
@NullMarked
package org.postroom.app.search;

import org.jspecify.annotations.NullMarked;
