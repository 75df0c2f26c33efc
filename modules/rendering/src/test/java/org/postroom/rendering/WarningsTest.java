package org.postroom.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.rendering.Warning.Kind;

class WarningsTest {

    @ParameterizedTest
    @CsvSource({
        "Ines Halloran, ines@example.org", "'', ines@example.org",
                "ines@example.org, INES@example.org",
        "田中 由美, yumi@例え.テスト", "Παύλος, pavlos@παράδειγμα.gr", "Jun @ Harbour, jun@example.org",
        "Mixed Ελ Латиница, x@example.org", "👩\u200d💻 Dev, x@example.org",
                "Müller, x@müller.example",
        "Tanaka, x@東京tokyo.jp", "می\u200cخواهم, x@example.org"
    })
    void nothingIsOddAboutOrdinarySenders(String name, String address) {
        assertThat(Warnings.of(1, name, address, List.of(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "service@bank.example", "'\"service@bank.example\" via x'", "<service@bank.example>",
        "'Bank (service@bank.example)'", "service＠bank.example",
                "'x@evil.example, service@bank.example'",
        "ser\u200bvice@bank.example"
    })
    void anotherAddressInTheNameIsOdd(String name) {
        var warnings = Warnings.of(1, name, "x@evil.example", List.of());

        assertThat(warnings).extracting(Warning::kind).contains(Kind.OTHER_ADDRESS_IN_NAME);
        assertThat(warnings.getFirst().found()).isEqualTo("service@bank.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bank\u202Eknab",
                "Ba\u200Bnk",
                "Bank\u0007",
                "Bank\u2066x",
                "Bank\uFEFF",
                "Ba\u00ADnk"
            })
    void invisibleCharactersInTheNameAreOdd(String name) {
        assertThat(kinds(1, name, "x@example.org"))
                .containsExactly(Kind.INVISIBLE_CHARACTERS_IN_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@p\u0430ypal.example",
                "x@xn--pypal-4ve.example",
                "x@mail.g\u03bfogle.example"
            })
    void lettersOfSeveralScriptsInADomainAreOdd(String address) {
        assertThat(kinds(1, "", address)).containsExactly(Kind.MIXED_SCRIPTS_IN_DOMAIN);
    }

    @Test
    void aDomainThatReadsAsAnotherIsOdd() {
        var warnings = Warnings.of(1, "", "x@\u0440\u0430\u0443\u0440\u0430.example", List.of());

        assertThat(warnings).extracting(Warning::kind).containsExactly(Kind.LOOKALIKE_DOMAIN);
    }

    @Test
    void twoFromFieldsAreOdd() {
        assertThat(kinds(2, "", "x@example.org")).containsExactly(Kind.SEVERAL_FROM_FIELDS);
    }

    @ParameterizedTest
    @CsvSource({
        "x@example.org, y@other.example, true", "x@example.org, y@mail.example.org, false",
        "x@news.example.org, y@example.org, false", "x@example.org, y@EXAMPLE.ORG, false",
        "x@example.org, y@badexample.org, true"
    })
    void answersThatGoToAnotherDomainAreOdd(String address, String replyTo, boolean odd) {
        var warnings = Warnings.of(1, "", address, List.of(replyTo));

        assertThat(warnings.stream().anyMatch(w -> w.kind() == Kind.REPLY_TO_ELSEWHERE))
                .isEqualTo(odd);
    }

    @Test
    void anythingAtAllCanBeLookedAt() {
        for (var text :
                Arrays.asList(
                        "",
                        "@",
                        "@@",
                        "a@",
                        ".",
                        "..",
                        "\0",
                        "x@" + "a.".repeat(10_000),
                        "@".repeat(10_000),
                        "\ud800@\udc00")) {
            assertThat(Warnings.of(0, text, text, List.of(text, ""))).isNotNull();
        }
    }

    private static List<Kind> kinds(int fromFields, String name, String address) {
        return Warnings.of(fromFields, name, address, List.of()).stream()
                .map(Warning::kind)
                .toList();
    }
}
