/** The mail server that a newcomer's first look at Postroom reads from. */
@NullMarked
package org.postroom.testing.demo;

import org.jspecify.annotations.NullMarked;
