/** The account itself: how it is, and what is kept of it. */
@NullMarked
package org.postroom.app.account;

import org.jspecify.annotations.NullMarked;
