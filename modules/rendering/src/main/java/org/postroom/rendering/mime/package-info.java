/** Transfer encodings, character sets, header text and file names of MIME parts. */
@NullMarked
package org.postroom.rendering.mime;

import org.jspecify.annotations.NullMarked;
