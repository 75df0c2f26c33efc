package org.postroom.protocol;

/**
 * The identifier that a message's author gave it, with its angle brackets (RFC 5322 §3.6.4). It is
 * a stranger's word: two messages may share one.
 *
 * @param value not blank
 */
public record MessageId(String value) {

    public MessageId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A Message-ID is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
