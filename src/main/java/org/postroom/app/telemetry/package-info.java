/** What an operator is told in numbers: metrics, and who may be named in them. */
@NullMarked
package org.postroom.app.telemetry;

import org.jspecify.annotations.NullMarked;
