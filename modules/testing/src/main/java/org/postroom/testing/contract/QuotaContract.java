package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.protocol.Quota;

/** The room that a person has. */
public interface QuotaContract extends StoreContract {

    /** Whether this server limits the room of this account. */
    boolean isLimited();

    @Test
    default void theRoomIsToldWhereItIsLimited() {
        assertThat(store().quota().isPresent()).isEqualTo(isLimited());
    }

    @Test
    default void theRoomIsToldInOctets() {
        long before = store().quota().map(Quota::used).orElse(0L);
        account()
                .other()
                .put(
                        inbox(),
                        Letter.about("heavy").saying("0123456789abcde\r\n".repeat(20_000)).sent());

        store().quota()
                .ifPresent(
                        quota -> {
                            assertThat(quota.used() - before).isBetween(300_000L, 400_000L);
                            assertThat(quota.limit()).isGreaterThan(quota.used());
                        });
    }
}
