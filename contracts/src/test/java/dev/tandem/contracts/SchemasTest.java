package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The schemas in `docs/events/schemas` are what the records say, and never say less than they did.
/// `-Dschemas.update=true` writes compatible changes down; a breaking one needs another type or topic.
class SchemasTest {
    private static final Path SCHEMAS = Path.of("../docs/events/schemas");

    static Stream<Topic<?>> topics() {
        return EventTypes.TOPICS.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void saysWhatTheRecordsSayAndBreaksNobodyWhoKnowsItAsItWas(Topic<?> topic) throws IOException {
        var file = SCHEMAS.resolve(topic.name() + ".json");
        var now = Schemas.of(topic);
        if (Files.exists(file)) {
            assertThat(SchemaChanges.breaking(Json.MAPPER.readTree(Files.readString(file)), now))
                    .as("breaking changes of " + topic.name())
                    .isEmpty();
        }
        if (Boolean.getBoolean("schemas.update")) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }

        assertThat(Json.MAPPER.readTree(Files.readString(file)))
                .as(file + " is out of date: run with -Dschemas.update=true")
                .isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'properties':{'a':{'type':'string'}}}  | {'properties':{}}                         | /a is gone",
                "{'properties':{'a':{'type':'string'}}}  | {'properties':{'a':{'type':'integer'}}}   | /a: type was",
                "{'properties':{}}                       | {'properties':{'a':{}},'required':['a']}  | /a is newly required",
                "{'enum':['A','B']}                      | {'enum':['A']}                            | : B is gone",
                "{'items':{'type':'string'}}             | {'items':{'type':'integer'}}              | /items: type was",
                "{'oneOf':[{'properties':{'@type':{'const':'X'}}}]} | {'oneOf':[]}                   | /X is gone",
            })
    void findsWhatBreaksAReader(String was, String is, String breaking) {
        assertThat(SchemaChanges.breaking(node(was), node(is)))
                .singleElement()
                .asString()
                .startsWith(breaking);
    }

    @Test
    void letsAFieldBeAddedThatNobodyMustSend() {
        assertThat(SchemaChanges.breaking(node("{'properties':{}}"), node("{'properties':{'a':{'type':'string'}}}")))
                .isEmpty();
    }

    private static tools.jackson.databind.JsonNode node(String json) {
        return Json.MAPPER.readTree(json.replace('\'', '"'));
    }
}
