/** What the Helm chart and the image are held to, without a cluster. */
@NullMarked
package org.postroom.chart;

import org.jspecify.annotations.NullMarked;
