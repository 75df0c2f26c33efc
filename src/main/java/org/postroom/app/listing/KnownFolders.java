package org.postroom.app.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
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

    Optional<Folders> of(AccountId account) {
        return Optional.ofNullable(known.getIfPresent(account));
    }

    void forget(AccountId account) {
        known.invalidate(account);
    }

    void remember(AccountId account, Folders folders) {
        known.put(account, folders);
    }
}
