package org.postroom.sessioncache.local;

import jakarta.inject.Singleton;

/** What every local store is made of. */
@Singleton
class LocalMail {

    final LocalDatabase database;
    final LocalRules rules;
    final LocalMailboxes mailboxes;
    final LocalListing listing;
    final LocalContent content;
    final LocalChanges changes;
    final Contents contents;
    final LocalAppend appends;
    final LocalWaiting waiting;

    LocalMail(
            LocalDatabase database,
            LocalRules rules,
            LocalMailboxes mailboxes,
            LocalListing listing,
            LocalContent content,
            LocalChanges changes,
            Contents contents,
            LocalAppend appends,
            LocalWaiting waiting) {
        this.database = database;
        this.rules = rules;
        this.mailboxes = mailboxes;
        this.listing = listing;
        this.content = content;
        this.changes = changes;
        this.contents = contents;
        this.appends = appends;
        this.waiting = waiting;
    }
}
