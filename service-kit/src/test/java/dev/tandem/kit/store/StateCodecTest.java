package dev.tandem.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StateCodecTest {
    private final StateCodec codec = new StateCodec();

    record State(
            @Nullable String text,
            long whole,
            BigInteger big,
            BigDecimal decimal,
            Instant at,
            LocalDate on,
            boolean flag,
            List<@Nullable String> list,
            Map<String, @Nullable String> fields) {}

    private static State state(BigInteger big, BigDecimal decimal, Map<String, @Nullable String> fields) {
        return new State(
                null,
                Long.MIN_VALUE,
                big,
                decimal,
                Instant.parse("2026-01-31T12:00:00.123456789Z"),
                LocalDate.parse("2026-02-28"),
                true,
                java.util.Arrays.asList("a", null),
                fields);
    }

    private State throughTheStore(State state) {
        return codec.fromBson(Document.parse(codec.toBson(state).toJson()), State.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-9223372036854775808",
                "9223372036854775808",
                "123456789012345678901234567890123456789"
            })
    void keepsEveryDigitOfAnInteger(String digits) {
        var state = state(new BigInteger(digits), BigDecimal.ONE, Map.of());

        assertThat(throughTheStore(state)).isEqualTo(state);
        assertThat(codec.fromJson(codec.toJson(state), State.class)).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.50",
                "0.10",
                "-0.00",
                "1E+3",
                "3.14159265358979323846264338327950288419716939937510582097494459"
            })
    void keepsEveryDigitOfADecimal(String digits) {
        var state = state(BigInteger.ONE, new BigDecimal(digits), Map.of());

        assertThat(throughTheStore(state).decimal()).isEqualByComparingTo(digits);
        assertThat(codec.fromJson(codec.toJson(state), State.class).decimal()).isEqualByComparingTo(digits);
    }

    @Test
    void writesTimesAndDatesAsText() {
        var document = codec.toBson(state(BigInteger.ONE, BigDecimal.ONE, Map.of()));

        assertThat(document)
                .containsEntry("at", "2026-01-31T12:00:00.123456789Z")
                .containsEntry("on", "2026-02-28");
    }

    @Test
    void storesNoNameThatMeansSomethingToTheStore() {
        var fields = Map.<String, @Nullable String>of("a.b$c\u0000", "1");
        var stored = codec.toBson(state(BigInteger.ONE, BigDecimal.ONE, fields)).get("fields", Document.class);

        assertThat(stored.keySet().iterator().next()).doesNotContain(".", "$", "\u0000");
    }

    @Test
    void bringsEveryNameBackAsItWentIn() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var letters = "ab.$\u0000\uFF0E\uFF04\uFF10\uFF3C";
        for (int i = 0; i < 2_000; i++) {
            var name = IntStream.range(0, random.nextInt(6))
                    .mapToObj(_ -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
                    .collect(Collectors.joining());
            var state = state(BigInteger.ONE, BigDecimal.ONE, Map.of(name, "x"));

            assertThat(throughTheStore(state)).as("seed %d", seed).isEqualTo(state);
        }
    }

    /// Each sample of the contracts goes into the store and comes out as the same JSON.
    @Test
    void bringsEveryEventOfTheContractsThroughTheStoreUnchanged() throws IOException {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try (var samples = Files.list(Path.of("../contracts/src/test/resources/golden"))) {
            assertThat(samples).hasSizeGreaterThan(10).allSatisfy(file -> {
                var sample = mapper.readTree(Files.readString(file));
                var stored = Document.parse(codec.toBson(sample).toJson());

                assertThat(codec.fromBson(stored, JsonNode.class)).isEqualTo(sample);
            });
        }
    }

    @Test
    void readsWhatANewerWriterAdded() {
        var read = codec.fromJson(
                "{\"name\":\"n\",\"value\":1,\"added\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Counter.class);

        assertThat(read).isEqualTo(new Counter("n", 1));
    }
}
