package org.postroom.protocol.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseSubjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tides | Tides",
                "Re: Tides | Tides",
                "RE: re : Fwd: FW:Tides | Tides",
                "AW: WG: Tides | Tides",
                "Re[2]: Tides | Tides",
                "[harbour] Tides | Tides",
                "[harbour] Re: [harbour] Tides | Tides",
                "Re: [harbour] [Fwd: Tides] | Tides",
                "Tides (fwd) (FWD) | Tides",
                "[harbour] | [harbour]",
                "Re: [harbour] | [harbour]",
                "Regards: all | Regards: all",
                "Tides [new] | Tides [new]",
                "[[x] Tides | [[x] Tides"
            })
    void whatRepliesAndListsAddIsLeftOut(String subject, String base) {
        assertThat(BaseSubject.of(subject)).isEqualTo(base);
    }

    @Test
    void nothingButPrefixesIsEmpty() {
        assertThat(BaseSubject.of("Re: Fwd:")).isEmpty();
        assertThat(BaseSubject.of("")).isEmpty();
    }

    @Test
    void veryLongOnesAreCut() {
        assertThat(BaseSubject.of("Re: ".repeat(10_000) + "x")).isEmpty();
        assertThat(BaseSubject.of("[".repeat(10_000))).hasSize(2000);
    }
}
