package dev.tandem.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.standalone.platform.Part;
import dev.tandem.standalone.platform.Port;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void takesOptionsInEitherFormAndAnyOrder() {
        var arguments = parse("--data", "/tmp/d", "up", "--port-base=30000", "--detach");

        assertThat(arguments.command()).isEqualTo("up");
        assertThat(arguments.value(Option.DATA)).contains("/tmp/d");
        assertThat(arguments.number(Option.PORT_BASE)).contains(30_000);
        assertThat(arguments.has(Option.DETACH)).isTrue();
    }

    @Test
    void keepsTheWordsAfterTheCommand() {
        assertThat(parse("token", "acme", "finance").words()).containsExactly("acme", "finance");
        assertThat(parse().command()).isEqualTo("help");
    }

    @Test
    void takesFromTheEnvironmentWhatTheLineDoesNotSay() {
        var environment = Map.of("TANDEM_DATA", "/env", "TANDEM_MONGODB_URI", "mongodb://db:27017");

        var arguments = Arguments.parse(List.of("up", "--data", "/line"), environment::get);

        assertThat(arguments.value(Option.DATA)).contains("/line");
        assertThat(arguments.value(Option.MONGODB)).contains("mongodb://db:27017");
    }

    @Test
    void refusesWhatItDoesNotUnderstandInOneLine() {
        assertThatThrownBy(() -> parse("up", "--colour")).hasMessageStartingWith("unknown option --colour");
        assertThatThrownBy(() -> parse("up", "--data")).hasMessageStartingWith("--data needs a value");
        assertThatThrownBy(() -> parse("up", "--data", "--detach")).hasMessageStartingWith("--data needs a value");
        assertThatThrownBy(() -> parse("up", "--detach=yes")).hasMessageStartingWith("--detach takes no value");
        assertThatThrownBy(() -> parse("up", "--data=a", "--data=b")).hasMessageStartingWith("--data is given twice");
        assertThatThrownBy(() -> parse("--port-base", "many").number(Option.PORT_BASE))
                .hasMessageStartingWith("--port-base must be a whole number");
    }

    @Test
    void turnsIntoSettings() {
        var settings =
                Choice.of(parse("up", "--port-base", "30000", "--store-port", "31000", "--only", "store, broker"));

        assertThat(settings.ports().of(Port.GATEWAY)).isEqualTo(30_000);
        assertThat(settings.ports().of(Port.STORE)).isEqualTo(31_000);
        assertThat(settings.parts()).containsExactlyInAnyOrder(Part.STORE, Part.BROKER);
        assertThat(settings.data()).isEqualTo(settings.home().resolve("data"));
    }

    private static Arguments parse(String... line) {
        return Arguments.parse(List.of(line), _ -> null);
    }
}
