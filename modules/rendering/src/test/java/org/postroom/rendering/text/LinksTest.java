package org.postroom.rendering.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    /** Links stand in brackets in the second column. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    see https://a.example/x?y=1&z=2#f now     | see [https://a.example/x?y=1&z=2#f] now
                    (https://a.example).                      | ([https://a.example]).
                    https://a.example/x_(y).                  | [https://a.example/x_(y)].
                    <https://a.example/x>, or                 | <[https://a.example/x]>, or
                    "https://a.example/x"                     | "[https://a.example/x]"
                    www.a.example, HTTP://B.example!          | [www.a.example], [HTTP://B.example]!
                    mailto:a@b.example                        | [mailto:a@b.example]
                    write to a.b+c@d.example.                 | write to [a.b+c@d.example].
                    a@b, a@b.c, @b.example, a@.example        | a@b, a@b.c, @b.example, a@.example
                    javascript:alert(1) data:text/html,x      | javascript:alert(1) data:text/html,x
                    http:// https:// www. mailto:             | http:// https:// www. mailto:
                    xhttp://a.example                         | xhttp://a.example
                    https://müller.example/ß                  | [https://müller.example/ß]
                    見てhttps://a.example/x　次                  | 見て[https://a.example/x]　次
                    https://a.example/"onclick="x             | [https://a.example/]"onclick="x
                    https://a.example/<script>                | [https://a.example/]<script>
                    """)
    void addressesInTextBecomeLinks(String text, String expected) {
        assertThat(marked(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://User@a.example:1/x, a.example",
        "https://bank.example@evil.example/, evil.example",
        "www.A.example/x, www.a.example",
        "https://\u0430pple.example/, xn--pple-43d.example"
    })
    void aLinkKnowsTheHostThatTheBrowserWillAsk(String text, String host) {
        var link = (Token.Link) Links.tokens(text).getFirst();

        assertThat(link.target().host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "a@",
                "http://",
                "www.",
                "https://a.example ",
                "((((",
                "a.",
                "http://a@b.c ",
                "mailto:"
            })
    void textOfAnyLengthIsReadInOnePass(String piece) {
        var text = piece.repeat(100_000);

        assertThat(Links.tokens(text).stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void textWithoutAddressesIsOneToken() {
        assertThat(Links.tokens("just words")).containsExactly(new Token.Words("just words"));
    }

    private static String marked(String text) {
        return Links.tokens(text).stream()
                .map(token -> token instanceof Token.Link ? "[" + token.text() + "]" : token.text())
                .collect(Collectors.joining());
    }
}
