package org.postroom.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.app.layout.BadInput;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;

class SignInFormTest {

    private final MultivaluedHashMap<String, String> fields = new MultivaluedHashMap<>();
    private final SignInForm form = new SignInForm(fields);

    @ParameterizedTest
    @CsvSource({
        "imap, tls, 993",
        "imap, starttls, 143",
        "auto, tls, 993",
        "pop3, tls, 995",
        "pop3, starttls, 110",
        "pop3, none, 110"
    })
    void aTypedServerWithoutAPortHasTheUsualOne(String kind, String security, int port) {
        type("", kind, security);
        assertThat(server().port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 995, POP3",
        "auto, 110, POP3",
        "auto, 143, IMAP",
        "auto, 1430, IMAP",
        "imap, 995, IMAP",
        "pop3, 1100, POP3"
    })
    void thePortOfATypedServerTellsItsKindUnlessThatWasChosen(
            String kind, String port, Protocol protocol) {
        type(port, kind, "tls");
        assertThat(server().protocol()).isEqualTo(protocol);
    }

    @Test
    void aKindThatIsNoneIsRefused() {
        fields.putSingle("protocol", "smtp");
        assertThatExceptionOfType(BadInput.class).isThrownBy(form::protocol);
    }

    private ServerEndpoint server() {
        return form.server().orElseThrow();
    }

    private void type(String port, String kind, String security) {
        fields.putSingle("host", "mail.example.org");
        fields.putSingle("port", port);
        fields.putSingle("protocol", kind);
        fields.putSingle("security", security);
    }
}
