package org.postroom.protocol;

import java.util.Optional;

/**
 * What an append did.
 *
 * @param ref the new message, where the server told it (APPENDUID, RFC 4315)
 */
public record AppendResult(Optional<MessageRef> ref) {}
