/** What is read of messages here, beside what real mail servers say of them. */
@NullMarked
package org.postroom.testing.mime;

import org.jspecify.annotations.NullMarked;
