package org.postroom.protocol;

/** What a search found, with the {@link UidValidity} that it holds under. */
public record SearchResult(UidValidity uidValidity, UidSet uids) {}
