package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// Each event is written and read as its checked-in sample says, since others wrote and read it so before.
/// `-Dgolden.update=true` writes them anew: look at what it changes.
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @BeforeAll
    static void update() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            for (var event : Samples.EVENTS.entrySet()) {
                var json = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(event.getValue());
                Files.writeString(GOLDEN.resolve(event.getKey() + ".json"), json + "\n");
            }
        }
    }

    static Stream<String> types() {
        return Samples.EVENTS.keySet().stream();
    }

    @Test
    void thereIsASampleOfEachEventThatTheCatalogueNames() {
        var named = Stream.of("accounts", "roster", "credit")
                .flatMap(service ->
                        Stream.concat(Catalogue.writtenBy(service).stream(), Catalogue.readBy(service).stream()));

        assertThat(named).isNotEmpty().allMatch(Samples.EVENTS::containsKey);
        assertThat(Samples.EVENTS.keySet())
                .map(name -> name.split("\\.", 2)[0])
                .containsAll(EventTypes.all().map(Class::getSimpleName).toList());
    }

    @Test
    void findsEachDifferenceFromASample() {
        var written = """
                {"company": "aurora", "name": 3, "status": "ACTIVE", "baseCurrency": "EUR", "fiscalYearStartMonth": 1,
                 "representedBy": null, "claimedAs": null, "more": null}""".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(GoldenSample.of("CompanyChanged").differences(written, List.of("/baseCurrency", "/name")))
                .extracting(difference -> difference.split(":", 2)[0])
                .containsExactly("/fiscalYearStartMonth", "/more", "/name", "/timeZone");
    }

    @ParameterizedTest
    @MethodSource("types")
    void writesAndReadsTheEventAsItsSampleSays(String type) throws IOException {
        var event = sampleOf(type);
        var file = GOLDEN.resolve(type + ".json");
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
