package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.protocol.Capability;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.SharedServers;

/** The maildrop on Dovecot. */
class Pop3DovecotTest implements MaildropContract {

    private final DovecotServer dovecot = SharedServers.dovecot();

    @Override
    public MailServer server() {
        return dovecot;
    }

    private int port(Security security) {
        return security == Security.TLS ? dovecot.pop3sPort() : dovecot.pop3Port();
    }

    @ParameterizedTest
    @CsvSource({"TLS", "STARTTLS"})
    void itIsReachedInsideTls(Security security) {
        MailUser user = dovecot.newUser();

        DropAnswer answer =
                Drops.answer(port(security), security, Optional.of(dovecot.certificate()), user);

        try (Maildrop drop = Drops.opened(answer)) {
            assertThat(drop.list()).isEmpty();
            assertThat(drop.capabilities()).contains(new Capability("TOP"));
        }
    }

    @ParameterizedTest
    @CsvSource({"TLS", "STARTTLS"})
    void aCertificateThatNobodyTrustsIsNone(Security security) {
        MailUser user = dovecot.newUser();

        assertThatThrownBy(() -> Drops.answer(port(security), security, Optional.empty(), user))
                .isInstanceOfSatisfying(
                        ServerUnreachable.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.CERTIFICATE));
    }

    @Test
    void aPasswordMayBeInAnyScript() {
        MailUser user = dovecot.newUser("drop-unicode", "pässwörd 日本 \u0416");

        Drops.opened(Drops.answer(dovecot.pop3Port(), user)).close();
    }

    @Test
    void aWrongPasswordIsCertainlyWrong() {
        MailUser user = new MailUser(dovecot.newUser().login(), "wrong");

        assertThat(Drops.answer(dovecot.pop3Port(), user)).isEqualTo(new DropAnswer.Refused(true));
    }

    @Test
    void whatAnotherProgramDeletesMeanwhileIsNotRetrieved() {
        MailUser user = dovecot.newUser();
        dovecot.fill(
                user,
                "INBOX",
                Stream.of(PlainMail.of(4, 1).message(), PlainMail.of(4, 2).message()));

        try (Maildrop drop = Drops.opened(Drops.answer(dovecot.pop3Port(), user))) {
            List<DropItem> items = drop.list();
            try (RawImap imap = dovecot.connect(user)) {
                imap.select("INBOX");
                imap.send("UID STORE 1 +FLAGS (\\Deleted)");
                imap.send("EXPUNGE");
            }

            assertThatThrownBy(() -> Drops.retrieved(drop, items.getFirst()))
                    .isInstanceOf(ServerRefused.class); // listed it is, until the session ends
            assertThat(Drops.retrieved(drop, items.getLast())).contains("no. 2");
        }
    }
}
