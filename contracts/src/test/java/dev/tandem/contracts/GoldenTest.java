package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// Each event is written and read as its checked-in sample says, since others wrote and read it so before.
/// `-Dgolden.update=true` writes samples that are missing.
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<String> types() {
        return EventTypes.all().map(Class::getSimpleName);
    }

    @ParameterizedTest
    @MethodSource("types")
    void writesAndReadsTheEventAsItsSampleSays(String type) throws IOException {
        var event = sampleOf(type);
        var file = GOLDEN.resolve(type + ".json");
        if (Boolean.getBoolean("golden.update") && !Files.exists(file)) {
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n");
        }
        var sample = Files.readString(file);

        assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(event))).isEqualTo(Json.MAPPER.readTree(sample));
        Object read = Json.MAPPER.readValue(sample, EventTypes.familyOf(event.getClass()));
        assertThat(read).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsAnEventToWhichANewerWriterAddedAField(String type) throws IOException {
        var sample = (ObjectNode) Json.MAPPER.readTree(Files.readString(GOLDEN.resolve(type + ".json")));
        sample.put("addedLater", 1);
        var event = sampleOf(type);

        Object read = Json.MAPPER.treeToValue(sample, EventTypes.familyOf(event.getClass()));

        assertThat(read).isEqualTo(event);
    }

    private static Object sampleOf(String type) {
        return Objects.requireNonNull(Samples.EVENTS.get(type), "every event type has a sample: " + type);
    }

    @Test
    void refusesATypeThatItDoesNotKnow() {
        assertThatThrownBy(() -> Json.MAPPER.readValue(
                        "{\"@type\":\"UnheardOf\"}", dev.tandem.contracts.credit.CreditChange.class))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
    }
}
