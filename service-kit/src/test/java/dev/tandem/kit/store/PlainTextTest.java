package dev.tandem.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @Test
    void takesEveryLanguageAndWhiteSpace() {
        assertThat(PlainText.is("")).isTrue();
        assertThat(PlainText.is("Müller\t& Co.\r\n三菱 \uD83D\uDE00 שלום \uFFFD")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\uD83D", "\uDE00b", "\uDE00\uD83D", "a\u0000b", "\u001B[0m", "\u0085", "\uFFFE", "\uFFFF"})
    void refusesHalfCharactersAndControls(String text) {
        assertThat(PlainText.is(text)).isFalse();
    }
}
