package org.postroom.app.listing;

import java.util.Optional;
import org.postroom.protocol.Quota;

/** What every whole page shows of an account. */
public record Account(Folders folders, Optional<Quota> quota) {}
