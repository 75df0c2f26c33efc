package org.postroom.protocol;

/** The door through which mail leaves (RFC 6409); its methods come with writing mail. */
public interface MailTransport extends AutoCloseable {

    @Override
    void close();
}
