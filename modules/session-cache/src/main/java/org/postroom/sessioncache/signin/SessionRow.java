package org.postroom.sessioncache.signin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

/** A session in the database; times are those of the database's clock. */
@Entity
@Table(name = "session")
class SessionRow extends PanacheEntityBase {

    private static final String ALIVE =
            "(stay and signedInAt > instant - 30 day"
                    + " or not stay and signedInAt > instant - 12 hour"
                    + " and lastUsedAt > instant - 30 minute)";

    @Id String id;

    UUID account;

    @Enumerated(EnumType.STRING)
    Protocol protocol;

    String host;
    int port;

    @Enumerated(EnumType.STRING)
    Security security;

    @Column(name = "login_name")
    String loginName;

    @Column(name = "operator_given")
    boolean operatorGiven;

    String address;
    boolean stay;
    byte[] sealed;

    @Generated
    @Column(name = "signed_in_at", insertable = false, updatable = false)
    Instant signedInAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    Instant lastUsedAt;

    @Formula("last_used_at < now() - interval '1 minute'")
    boolean untouched;

    static Optional<SessionRow> findAlive(SessionId id) {
        return find("id = ?1 and " + ALIVE, id.value()).firstResultOptional();
    }

    static void touch(SessionId id) {
        update("lastUsedAt = instant where id = ?1", id.value());
    }

    static long deleteEnded() {
        return delete("not " + ALIVE);
    }

    void set(SessionId sessionId, AcceptedSignIn signIn, byte[] sealedCredentials) {
        id = sessionId.value();
        account = AccountKey.of(signIn.account());
        protocol = signIn.endpoint().protocol();
        host = signIn.endpoint().host();
        port = signIn.endpoint().port();
        security = signIn.endpoint().security();
        loginName = signIn.account().loginName();
        operatorGiven = signIn.operatorGiven();
        address = signIn.address();
        stay = signIn.stay();
        sealed = sealedCredentials;
    }

    ServerEndpoint endpoint() {
        return new ServerEndpoint(protocol, host, port, security);
    }

    AccountId accountId() {
        return AccountId.of(endpoint(), loginName);
    }
}
