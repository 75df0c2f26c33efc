@NullMarked
package org.postroom.app.wiring;

import org.jspecify.annotations.NullMarked;
