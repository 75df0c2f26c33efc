package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.postroom.sessioncache.local.LocalDatabase;
import org.postroom.sessioncache.local.LocalRules;

/** How much room an account's mail takes here, and whether there is more. */
@ApplicationScoped
class DropRoom {

    private static final String USED = "SELECT used FROM mail_account WHERE account = ?";

    private final LocalDatabase database;
    private final LocalRules rules;

    DropRoom(LocalDatabase database, LocalRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** In octets. */
    long used(UUID account) {
        return database.call(sql -> sql.first(row -> row.getLong(1), USED, account)).orElse(0L);
    }

    boolean isThereFor(UUID account, long size) {
        return rules.quota() == 0 || used(account) + size <= rules.quota();
    }
}
