@NullMarked
package org.postroom.app.message;

import org.jspecify.annotations.NullMarked;
