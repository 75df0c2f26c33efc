package org.postroom.testing.server;

/** A login name and its password, as the test server knows them. */
public record MailUser(String login, String password) {}
