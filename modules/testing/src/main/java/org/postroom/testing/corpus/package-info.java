/** Sample mail, the same for the same seed: realistic, plain and hostile. */
@NullMarked
package org.postroom.testing.corpus;

import org.jspecify.annotations.NullMarked;
