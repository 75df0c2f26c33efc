/** Files of web servers that nobody vouches for, fetched from checked addresses only. */
@NullMarked
package org.postroom.protocol.web;

import org.jspecify.annotations.NullMarked;
