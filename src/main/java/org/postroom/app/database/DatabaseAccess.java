package org.postroom.app.database;

/** Where a database is and how to sign in to it; the password appears in no text. */
public record DatabaseAccess(String url, String user, String password) {

    @Override
    public String toString() {
        return "DatabaseAccess[url=" + url + ", user=" + user + "]";
    }
}
