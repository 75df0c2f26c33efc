@NullMarked
package org.postroom.protocol.web;

import org.jspecify.annotations.NullMarked;
