@NullMarked
package org.postroom.protocol.mime;

import org.jspecify.annotations.NullMarked;
