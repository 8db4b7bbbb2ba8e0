package dev.tandem.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void writesNoColoursWhereNobodyLooks() {
        tell(new Narrator(out, false));

        assertThat(lines()).containsExactly("", " 1  The first", "    acme      is active", "", " 2  The second");
    }

    @Test
    void coloursTitlesAndLabelsOnATerminal() {
        tell(new Narrator(out, true));

        assertThat(lines()).contains("\u001b[1m 1  The first\u001b[0m", "    \u001b[2macme      \u001b[0mis active");
    }

    @Test
    void wrapsBetweenWordsUnderTheText() {
        new Narrator(out, false).say("why", "reason ".repeat(40).strip());

        assertThat(lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 118);
        assertThat(lines()[1]).startsWith("              reason");
    }

    @Test
    void neverCutsWhatIsCopied() {
        var path = "/" + "a".repeat(200);

        new Narrator(out, false).copyable("404", path);

        assertThat(lines()).containsExactly("    404       " + path);
    }

    @Test
    void saysInOneLineWhyItStops() {
        new Narrator(out, false).failed("waited 60 s for the deal; so far nothing");

        assertThat(lines()).containsExactly("    The story stops here: waited 60 s for the deal; so far nothing");
    }

    @Test
    void countsInTheSingularAndThePlural() {
        assertThat(Narrator.count(1, "gap")).isEqualTo("1 gap");
        assertThat(Narrator.count(2_500, "account")).isEqualTo("2,500 accounts");
        assertThat(Narrator.count(0, "gap")).isEqualTo("0 gaps");
    }

    private static void tell(Narrator narrator) {
        narrator.act("The first");
        narrator.say("acme", "is active");
        narrator.act("The second");
    }

    private String[] lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
    }
}
