/**
 * Mail servers for tests: real ones in processes of their own, and in-process ones that misbehave.
 */
@NullMarked
package org.postroom.testing.server;

import org.jspecify.annotations.NullMarked;
