package org.postroom.protocol;

import java.util.Optional;

/**
 * A message as the lists of a maildrop tell it (RFC 1939, LIST and UIDL).
 *
 * @param number in this session only, from 1
 * @param size in octets as the server says, which may be wrong
 * @param uidl what the server calls it; empty where it has no UIDL. Not always unique, and not
 *     always as short as RFC 1939 wants; at most 1,000 characters
 */
public record DropItem(int number, long size, Optional<String> uidl) {}
