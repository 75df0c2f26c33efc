package org.postroom.rendering.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "GRÜSSE, grüße",
        "Straße, STRASSE",
        "ＦＵＬＬ　width, full width",
        "ﬁne, FINE",
        "ΣΟΦΌΣ, σοφός",
        "ПРИВЕТ, привет",
        "ﾊﾞｽ, バス",
        "e\u0301t\u00e9, ÉTÉ",
        "soft\u00adhyphen, SoftHyphen",
        "two\u00a0words, two words"
    })
    void whatIsTheSameToAReaderIsTheSame(String one, String other) {
        assertThat(SearchText.normalised(one)).isEqualTo(SearchText.normalised(other));
    }

    @Test
    void accentsMakeADifference() {
        assertThat(SearchText.normalised("resume")).isNotEqualTo(SearchText.normalised("résumé"));
    }

    @Test
    void whatADatabaseRefusesIsNotThere() {
        assertThat(SearchText.normalised("a\0b\ud800c\udc00d")).isEqualTo("ab\ufffdc\ufffdd");
    }

    @Test
    void doneTwiceItIsTheSame() {
        String once = SearchText.normalised("  A\r\n\tB \u2028 ǅ İ ﷺ ");

        assertThat(SearchText.normalised(once)).isEqualTo(once);
    }

    @Test
    void textsOfNothingAreEmpty() {
        assertThat(SearchText.normalised(" \t\u200b\0 ")).isEmpty();
    }
}
