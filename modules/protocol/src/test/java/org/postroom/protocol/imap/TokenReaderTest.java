package org.postroom.protocol.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailException.BadResponse;

class TokenReaderTest {

    private static List<Token> read(String line) {
        byte[] octets = line.getBytes(StandardCharsets.ISO_8859_1);
        return TokenReader.read(octets, 0, octets.length);
    }

    @Test
    void atomsStringsAndListsAreToldApart() {
        List<Token> tokens = read("atom \"a \\\"string\\\\\" (1 (2 nil) NIL)");

        assertThat(tokens).hasSize(3);
        assertThat(tokens.get(0).latin1()).isEqualTo("atom");
        assertThat(tokens.get(1).latin1()).isEqualTo("a \"string\\");
        assertThat(tokens.get(2).at(0).number()).isEqualTo(1);
        assertThat(tokens.get(2).at(1).at(1).isNil()).isTrue();
        assertThat(tokens.get(2).at(7).isNil()).isTrue();
    }

    @Test
    void theStringNilIsNotNil() {
        assertThat(read("\"NIL\"").getFirst().isNil()).isFalse();
        assertThat(read("\"\"").getFirst().isNil()).isFalse();
    }

    @Test
    void literalsMayHoldAnything() {
        List<Token> tokens = read("({4}\r\na)\" {0}\r\n ~{2}\r\n\0( end)");

        assertThat(tokens.getFirst().items())
                .extracting(Token::latin1)
                .containsExactly("a)\" ", "", "\0(", "end");
    }

    @Test
    void aSectionIsOneWord() {
        Token list = read("(BODY[HEADER.FIELDS (DATE TO)]<0> \"x\" flag[1 2)").getFirst();

        assertThat(list.items())
                .extracting(Token::latin1)
                .containsExactly("BODY[HEADER.FIELDS (DATE TO)]<0>", "x", "flag[1", "2");
    }

    @Test
    void whatIsNotClosedEndsWithTheLine() {
        assertThat(read("(1 (2 \"three").getFirst().at(1).at(1).latin1()).isEqualTo("three");
        assertThat(read(") 1 )")).hasSize(1);
        assertThat(read("{99}\r\nfew")).isNotEmpty();
        assertThat(read("\"\\")).hasSize(1);
    }

    @Test
    void listsWithoutEndAreRefused() {
        String deep = "(".repeat(20_000);

        assertThatThrownBy(() -> read(deep)).isInstanceOf(BadResponse.class);
    }

    @Test
    void whatIsNoNumberIsTold() {
        for (String text : List.of("-1", "1x", "9999999999999999999", "()", "\"\"")) {
            assertThat(read(text).getFirst().number()).isEqualTo(-1);
        }
    }
}
