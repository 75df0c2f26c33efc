/** The web application, one package per feature. */
@NullMarked
package org.postroom.app;

import org.jspecify.annotations.NullMarked;
