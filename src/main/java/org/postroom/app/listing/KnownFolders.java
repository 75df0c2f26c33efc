package org.postroom.app.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.postroom.app.telemetry.Tally;
import org.postroom.protocol.AccountId;

/**
 * The folders that an account had a moment ago: enough to offer them as targets, never to show
 * counts. What has vanished since is told by the server when it is used.
 */
@ApplicationScoped
public class KnownFolders {

    private static final int ACCOUNTS = 2_000;

    private final Cache<AccountId, Folders> known =
            Caffeine.newBuilder()
                    .maximumSize(ACCOUNTS)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    @Inject Tally tally;

    Optional<Folders> of(AccountId account) {
        Optional<Folders> found = Optional.ofNullable(known.getIfPresent(account));
        tally.cache(Tally.FOLDERS, found.isPresent());
        return found;
    }

    void forget(AccountId account) {
        known.invalidate(account);
    }

    void remember(AccountId account, Folders folders) {
        known.put(account, folders);
    }
}
