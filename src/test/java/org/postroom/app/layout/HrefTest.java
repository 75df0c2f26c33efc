package org.postroom.app.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HrefTest {

    @Test
    void namesOfMailboxesTravelInTheQuery() {
        assertThat(Href.to("/mailbox").with("name", "A&B/Ü +#").with("page", "1", "1").toString())
                .isEqualTo("/mailbox?name=A%26B%2F%C3%9C+%2B%23");
        assertThat(Href.to("/mailbox?name=x").with("page", "2").toString())
                .isEqualTo("/mailbox?name=x&page=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mailbox?name=INBOX&page=2", "/search?q=a%22b"})
    void pagesOfOursComeBack(String address) {
        assertThat(Href.checked(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "mailbox", "//evil.example", "/\\evil.example", "https://evil.example",
                "/a b", "/a\r\nSet-Cookie: x=y", "/a\"<script>", "/%zz", "javascript:alert(1)"
            })
    void everythingElseIsRefused(String address) {
        assertThatThrownBy(() -> Href.checked(address)).isInstanceOf(BadInput.class);
    }
}
