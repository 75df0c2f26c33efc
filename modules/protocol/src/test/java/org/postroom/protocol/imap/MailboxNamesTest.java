package org.postroom.protocol.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.protocol.MailboxName;

class MailboxNamesTest {

    private final MailboxNames names = new MailboxNames();

    private String decoded(String latin1) {
        byte[] octets = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return names.decoded(new Token.Text(octets, 0, octets.length, true)).orElseThrow();
    }

    private String encoded(String name) {
        return names.encoded(new MailboxName(name, '/'), false);
    }

    @ParameterizedTest
    @CsvSource({
        "INBOX,INBOX",
        "Tom &- Jerry,Tom & Jerry",
        "Entw&APw-rfe,Entwürfe",
        "&ZeVnLIqe-,日本語",
        "&2D3eAA-,😀"
    })
    void namesTravelInModifiedUtf7(String wire, String name) {
        assertThat(decoded(wire)).isEqualTo(name);
        assertThat(encoded(name)).isEqualTo(wire);
    }

    @Test
    void oddNamesAreShownAndFoundAgain() {
        for (String wire :
                new String[] {
                    "broken &utf7", "gr\u00fc\u00df", "Gr\u00c3\u00bc\u00c3\u009fe", "&AGE-"
                }) {
            assertThat(encoded(decoded(wire))).isEqualTo(wire);
        }
        assertThat(decoded("Gr\u00c3\u00bc\u00c3\u009fe")).isEqualTo("Grüße");
    }
}
