package org.postroom.app.signin;

/**
 * The servers that a person may type in.
 *
 * @param open whether the fields are unfolded
 * @param host as typed, may be empty
 * @param port as typed, may be empty
 * @param security tls, starttls or none
 * @param cleartext whether the operator allows none
 */
public record ServerFields(
        boolean open, String host, String port, String security, boolean cleartext) {}
