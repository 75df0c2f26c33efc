/** Managing the folders of an account. */
@NullMarked
package org.postroom.app.folders;

import org.jspecify.annotations.NullMarked;
