package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveDuplicatesTest {
    private final LiveDuplicates duplicates = new LiveDuplicates();

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @Test
    void accountsOfOneNameOfWhichNothingDiffersAreOneCustomer() {
        duplicates.put(account("2", "Nordwind GmbH", "", "Kiel"));
        duplicates.put(account("1", "NORDWIND", "nordwind.de", ""));
        duplicates.put(account("3", "Ostwind", "nordwind.de", "Kiel"));

        assertThat(duplicates.customer("2")).containsExactly("1", "2");
        assertThat(duplicates.customer("3")).containsExactly("3");
        assertThat(duplicates.first().map(AccountRow::id)).containsExactlyInAnyOrder("1", "3");
    }

    @Test
    void anAccountThatDiffersFromOneOfThemIsAnotherCustomer() {
        duplicates.put(account("1", "Nordwind", "nordwind.de", ""));
        duplicates.put(account("2", "Nordwind", "", "Kiel"));
        duplicates.put(account("3", "Nordwind", "", "Ulm"));

        assertThat(duplicates.customer("1")).containsExactly("1", "2");
        assertThat(duplicates.customer("3")).containsExactly("3");
    }

    @Test
    void aSubsidiaryIsNotItsParentThoughItIsCalledTheSame() {
        duplicates.put(AccountRow.named("1", "Nordwind"));
        duplicates.put(new AccountRow("2", "Nordwind", "", "", "", "", "", "", "", "", "1"));

        assertThat(duplicates.customer("1")).containsExactly("1");
    }

    /// Whoever follows what is told knows who stands for a customer, and it is the same as if all came at once.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsToldIsWhatAnyOrderComesTo(long seed) {
        var random = new Random(seed);
        Map<String, AccountRow> book = new TreeMap<>();
        Map<String, AccountRow> followed = new HashMap<>();
        for (var step = 0; step < 80; step++) {
            var row = random(random);
            var before = customers(book.keySet());
            var gone = random.nextInt(4) == 0;
            var change = gone ? duplicates.remove(row.id()) : duplicates.put(row);
            var _ = gone ? book.remove(row.id()) : book.put(row.id(), row);
            change.gone().forEach(followed::remove);
            change.come().forEach(each -> followed.put(each.id(), each));
            var after = customers(book.keySet());
            after.forEach((id, customer) -> assertThat(
                            customer.equals(before.get(id)) || change.touched().contains(id))
                    .isTrue());
        }
        var atOnce = new LiveDuplicates();
        book.values().forEach(atOnce::put);
        assertThat(atOnce.first()).containsExactlyInAnyOrderElementsOf(followed.values());
        book.keySet().forEach(id -> assertThat(atOnce.customer(id)).isEqualTo(duplicates.customer(id)));
    }

    private Map<String, List<String>> customers(java.util.Set<String> ids) {
        var customers = new HashMap<String, List<String>>();
        new TreeSet<>(ids).forEach(id -> customers.put(id, duplicates.customer(id)));
        return customers;
    }

    private static AccountRow random(Random random) {
        var id = "a" + random.nextInt(12);
        var name = List.of("Nordwind", "Nordwind GmbH", "Sturm").get(random.nextInt(3));
        var site = List.of("", "", "nordwind.de", "sturm.org").get(random.nextInt(4));
        return account(id, name, site, List.of("", "", "Kiel", "Ulm").get(random.nextInt(4)));
    }

    private static AccountRow account(String id, String name, String website, String city) {
        return new AccountRow(id, name, website, "", "", city, "", "", "", "", "");
    }
}
