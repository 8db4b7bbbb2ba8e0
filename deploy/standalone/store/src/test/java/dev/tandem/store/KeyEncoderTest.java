package dev.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyEncoderTest {

    /// Each value sorts before the next, across types as MongoDB has it.
    private static final List<@Nullable Object> ASCENDING = Arrays.asList(
            MinKey.getInstance(),
            null,
            Double.NEGATIVE_INFINITY,
            Long.MIN_VALUE,
            -1.5,
            -1,
            0,
            Double.MIN_VALUE,
            0.5,
            1L,
            new Decimal128(new BigDecimal("1.5")),
            9_007_199_254_740_992L,
            9_007_199_254_740_993L,
            9_007_199_254_740_994L,
            Long.MAX_VALUE - 1,
            Double.POSITIVE_INFINITY,
            "",
            "\u0000",
            "\u0001",
            "a",
            "a\u0000",
            "a\u0000b",
            "a\u0001",
            "ab",
            "b",
            "é",
            "\uD83D\uDC0E",
            "\uFFEE",
            new Document("a", 1),
            new Document("a", 1).append("b", 1),
            new Document("a", 2),
            new ObjectId("000000000000000000000001"),
            new ObjectId("ff0000000000000000000000"),
            false,
            true,
            Instant.ofEpochMilli(-1),
            Instant.EPOCH,
            Instant.ofEpochMilli(1),
            MaxKey.getInstance());

    @Test
    void ordersKeysAsValues() {
        for (int i = 1; i < ASCENDING.size(); i++) {
            assertThat(Key.of(ASCENDING.get(i - 1)))
                    .as("%s before %s", ASCENDING.get(i - 1), ASCENDING.get(i))
                    .isLessThan(Key.of(ASCENDING.get(i)));
        }
    }

    @Test
    void makesTheSameKeyOfEqualNumbers() {
        assertThat(List.of(Key.of(2), Key.of(2L), Key.of(2.0), Key.of(new Decimal128(BigDecimal.TWO))))
                .containsOnly(Key.of(2));
        assertThat(Key.of(-0.0)).isEqualTo(Key.of(0));
    }

    /// What stands after a value in a compound key never makes it pass another value.
    @Test
    void keepsTheOrderWhateverFollows() {
        long seed = System.nanoTime();
        System.out.println("KeyEncoderTest seed " + seed);
        Random random = new Random(seed);
        IntStream.range(0, 2_000).forEach(_ -> {
            int less = random.nextInt(ASCENDING.size() - 1);
            int more = less + 1 + random.nextInt(ASCENDING.size() - less - 1);
            Key low = Key.of(ASCENDING.get(less));
            Key high = Key.of(ASCENDING.get(more));
            Key anything = Key.of(ASCENDING.get(random.nextInt(ASCENDING.size())));
            assertThat(low.plus(anything)).as("seed %d", seed).isLessThan(high).isLessThan(high.plus(anything));
            assertThat(low.end())
                    .as("seed %d", seed)
                    .isGreaterThan(low.plus(anything))
                    .isLessThan(high);
        });
    }

    @Test
    void keepsUuidsInOrder() {
        UUID low = UUID.fromString("10000000-0000-0000-0000-000000000000");
        UUID high = UUID.fromString("f0000000-0000-0000-0000-000000000000");
        assertThat(Key.of(low)).isLessThan(Key.of(high));
    }

    @Test
    void tellsTheNumberAKeyWasMadeOf() {
        assertThat(List.of(0L, 1L, 41L, 1_000_000L))
                .allSatisfy(
                        number -> assertThat(KeyEncoder.longOf(Key.of(number))).isEqualTo(number));
    }
}
