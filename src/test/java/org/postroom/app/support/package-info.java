/**
 * What tests of pages share: a mail server behind the application, and a visitor without
 * JavaScript.
 */
@NullMarked
package org.postroom.app.support;

import org.jspecify.annotations.NullMarked;
