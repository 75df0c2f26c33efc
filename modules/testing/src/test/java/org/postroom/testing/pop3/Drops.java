package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.Timeouts;
import org.postroom.protocol.pop3.Pop3Maildrops;
import org.postroom.testing.server.MailUser;

/** What the tests of maildrops ask of them. */
final class Drops {

    private static final Timeouts IMPATIENT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(2));

    private Drops() {}

    /** Dovecot says only after ten seconds that somebody is here. */
    static DropAnswer answer(int port, MailUser user) {
        return answer(port, Security.NONE, Optional.empty(), user);
    }

    static DropAnswer answer(int port, Security security, Optional<Path> trust, MailUser user) {
        return answer(port, security, new MailNetwork(Timeouts.DEFAULT, trust), user);
    }

    private static DropAnswer answer(
            int port, Security security, MailNetwork network, MailUser user) {
        ServerEndpoint endpoint =
                new ServerEndpoint(ServerEndpoint.Protocol.POP3, "localhost", port, security);
        return new Pop3Maildrops(network, _ -> AddressPolicy.operatorGiven())
                .open(endpoint, new Credentials.Password(user.login(), user.password()));
    }

    /** For servers that keep us waiting for ever, or would fill any disk. */
    static Pop3Maildrops impatient(long maxMessage) {
        return new Pop3Maildrops(
                new MailNetwork(IMPATIENT, Optional.empty()),
                _ -> AddressPolicy.operatorGiven(),
                maxMessage);
    }

    static Maildrop opened(DropAnswer answer) {
        assertThat(answer).isInstanceOf(DropAnswer.Opened.class);
        return ((DropAnswer.Opened) answer).drop();
    }

    static String retrieved(Maildrop drop, DropItem item) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        assertThat(drop.retrieve(item, octets)).isEqualTo(octets.size());
        return octets.toString(StandardCharsets.ISO_8859_1);
    }

    static Map<DropItem, String> headers(Maildrop drop, List<DropItem> items) {
        Map<DropItem, String> headers = new LinkedHashMap<>();
        drop.headers(
                items,
                (item, octets) ->
                        headers.put(item, new String(octets, StandardCharsets.ISO_8859_1)));
        return headers;
    }
}
