package org.postroom.protocol;

/** A message as its page needs it: the summary (without first words) and the tree of its parts. */
public record MessageDetail(MessageSummary summary, BodyStructure structure) {}
