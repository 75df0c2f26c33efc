package org.postroom.app.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.app.layout.AccountSentences;
import org.postroom.app.layout.Formats;
import org.postroom.app.listing.Account;
import org.postroom.app.session.CurrentSession;
import org.postroom.app.wiring.PostroomConfig;
import org.postroom.protocol.Quota;

/** Says how an account is whose mail stays on its server. */
@RequestScoped
class ServerHealth {

    @Inject AccountSentences say;
    @Inject CurrentSession current;
    @Inject ConnectionFacts connection;
    @Inject PostroomConfig config;

    /**
     * In words.
     *
     * @param account as the server has just told it; empty when it did not
     */
    Health of(Optional<Account> account) {
        String host = current.get().endpoint().host();
        return new Health(
                account.isPresent(),
                account.isPresent() ? say.working() : say.silent(host),
                account.isPresent() ? say.answered() : say.silentText(),
                null,
                facts(account.flatMap(Account::quota)),
                0);
    }

    private List<Fact> facts(Optional<Quota> quota) {
        List<Fact> facts = new ArrayList<>(connection.facts());
        facts.add(Fact.of(say.connections(), say.someConnections(config.imapConnections())));
        facts.add(Fact.of(say.mailThere(), say.modeImap()));
        quota.filter(q -> q.limit() > 0)
                .map(q -> say.roomOf(Formats.size(q.used()), Formats.size(q.limit())))
                .ifPresent(room -> facts.add(Fact.of(say.room(), room)));
        return facts;
    }
}
