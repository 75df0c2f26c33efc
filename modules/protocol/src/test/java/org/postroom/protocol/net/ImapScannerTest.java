package org.postroom.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.net.LimitExceededException.Limit;

class ImapScannerTest {

    private static final ResponseLimits SMALL =
            ResponseLimits.DEFAULT.withOctets(100_000).withLine(2_000).withLiteral(1_000);
    private static final String DEEP = "(".repeat(501);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* 1 FETCH (BODY[] {1001}\r\n",
                "* 1 FETCH (BINARY[] ~{1001}\r\n",
                "* OK some words {1001}\r\n",
                "{1001}\r\n",
                "* X {99999999999999999999999999}\r\n",
                "* X {0000000000000000000000000000001001}\r\n",
                "* X {-5}\r\n",
                "* X {1}{1001}\r\n",
                "* X {0}\r\n {1001}\r\n",
                "* X {7}\r\n{1001}\r\n",
                "* X \"{1001}\r\n",
                "* X {5}\r\n{1001}\r\n",
            })
    void whatAngusWouldTakeForALargeLiteralIsRefused(String answer) {
        assertBreaks(Limit.LITERAL, answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* X {1000}\r\n",
                "* X {1001+}\r\n",
                "* X {}\r\n",
                "* X {1001}\n",
                "* X {1001} \r\n",
                "* X {1 001}\r\n",
                "* X {12}\r\n* {9999}\r\n()\r\n* Y\r\n",
                "* 1 EXISTS\r\n* FLAGS (\\Seen)\r\n",
            })
    void everythingElsePasses(String answer) throws Exception {
        scan(answer);
        assertThat(answer).isNotEmpty();
    }

    static Stream<Arguments> deepAnswers() {
        return Stream.of(
                Arguments.of("* X " + DEEP),
                Arguments.of("* X " + "(a ".repeat(501)),
                Arguments.of("* X " + "(".repeat(400) + "{3}\r\n)))" + "(".repeat(101)),
                Arguments.of("* X " + "(".repeat(400) + " \"))\" " + "(".repeat(101)),
                Arguments.of("* X (FLAGS (a\"b " + DEEP),
                Arguments.of("* X {5+}\r\n" + DEEP),
                Arguments.of("* X \"quoted\\\"\" " + DEEP));
    }

    @ParameterizedTest
    @MethodSource("deepAnswers")
    void parenthesesWithinParenthesesAreCounted(String answer) {
        assertBreaks(Limit.NESTING, answer);
    }

    static Stream<String> flatAnswers() {
        return Stream.of(
                "* X " + "()".repeat(600) + "\r\n",
                "* X \"" + DEEP + "\"\r\n",
                "* X (\"\\\"" + DEEP + "\")\r\n",
                "* X {501}\r\n" + DEEP + "\r\n",
                ("* X " + "(".repeat(300) + "\r\n").repeat(3));
    }

    @ParameterizedTest
    @MethodSource("flatAnswers")
    void parenthesesInTextsAndBesideEachOtherAreNot(String answer) throws Exception {
        scan(answer);
        assertThat(answer).contains("(");
    }

    @Test
    void aLineIsLimitedWithoutItsLiterals() throws Exception {
        scan("* X {900}\r\n" + "x".repeat(900) + "{900}\r\n" + "x".repeat(900) + ")\r\n");
        assertBreaks(Limit.LINE, "* X " + "x".repeat(2_000));
    }

    @Test
    void manyTinyLinesCostMoreThanTheirOctets() {
        assertBreaks(Limit.RESPONSE, "*\r\n".repeat(3_200));
    }

    @Test
    void theBudgetBeginsAnewWithEachCommand() throws Exception {
        ResponseBudget budget = budget();
        ImapScanner scanner = new ImapScanner(budget);
        byte[] line = ("* X " + "x".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 500; i++) {
            budget.begin(SMALL);
            scanner.accept(line, 0, line.length);
        }
        assertThat(budget.remainingMillis()).isPositive();
    }

    private static void assertBreaks(Limit limit, String answer) {
        assertThatThrownBy(() -> scan(answer))
                .isInstanceOfSatisfying(
                        LimitExceededException.class, e -> assertThat(e.limit()).isEqualTo(limit));
    }

    /** One octet at a time, so that no state is lost between two reads. */
    private static void scan(String answer) throws LimitExceededException {
        ImapScanner scanner = new ImapScanner(budget());
        for (byte octet : answer.getBytes(StandardCharsets.ISO_8859_1)) {
            scanner.accept(new byte[] {octet}, 0, 1);
        }
    }

    private static ResponseBudget budget() {
        ResponseBudget budget = new ResponseBudget(Timeouts.DEFAULT);
        budget.begin(SMALL);
        return budget;
    }
}
