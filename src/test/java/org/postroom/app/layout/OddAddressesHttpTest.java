package org.postroom.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Visitor;

@QuarkusTest
class OddAddressesHttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=a&in=a%E2%80%A8b",
                "/mailbox?name=INBOX&done=move~1~0~0~~a%01b",
                "/mailbox?name=INBOX&done=move~1~0~0~~a%E2%80%A8b",
                "/message/neighbour?in=INBOX&id=1.1&at=4294967295&go=next"
            })
    void whatNobodyOfUsWroteIsNoMistakeOfOurs(String address) {
        Visitor visitor = Visitor.signedIn(MailServers.dovecot().newUser());
        assertThat(visitor.raw(address).statusCode()).isLessThan(500);
    }
}
