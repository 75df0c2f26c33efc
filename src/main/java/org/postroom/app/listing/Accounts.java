package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.postroom.app.session.CurrentSession;
import org.postroom.protocol.MailStore;

/** Reads what pages show of an account. */
@RequestScoped
public class Accounts {

    @Inject KnownFolders known;
    @Inject CurrentSession current;

    /**
     * Folders with their counts, and quota: two server commands where the server lists with status.
     */
    public Account read(MailStore store) {
        Folders folders = new Folders(store.mailboxes(), store.namespace());
        known.remember(store.account(), folders);
        return new Account(folders, store.quota());
    }

    /** Lets nobody be offered folders that were just changed. */
    public void forget() {
        known.forget(current.get().account());
    }

    /** The folders as they were a moment ago, without counts that anybody should see. */
    public Folders folders(MailStore store) {
        Optional<Folders> remembered = known.of(store.account());
        return remembered.orElseGet(() -> read(store).folders());
    }
}
