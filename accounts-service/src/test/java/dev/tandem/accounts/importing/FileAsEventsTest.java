package dev.tandem.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.AccountFiles;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.crm.CrmIntake;
import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Receipt;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.crm.CrmChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The rows of files come to what the same records would come to one by one, also when whoever applies them dies in
/// between and they are applied again.
@Running
class FileAsEventsTest {
    private static final List<String> NAMES = List.of("Nordwind", "Sturm", "Flut AG");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "city", List.of("", "Kiel"),
            "type", List.of("", "customer"),
            "private", List.of("", "true", "false"),
            "ownerUser", List.of("", "u-1"),
            "parentId", List.of("", "a1", "a2", "x9"));

    @Autowired
    private AccountFiles files;

    @Autowired
    private CrmIntake crm;

    @Autowired
    private Book book;

    @Test
    void comesToWhatTheSameRecordsComeToOneByOne() {
        for (int round = 0; round < 15; round++) {
            var seed = System.nanoTime();
            var random = new Random(seed);
            var byEvents = new CompanyId("events" + seed);
            var byFiles = new CompanyId("files" + seed);
            for (int file = 0; file < 4; file++) {
                var changes = changes(random);
                var at = Instant.ofEpochSecond(random.nextInt(3));
                records(byEvents, changes, file, at).forEach(crm::take);
                apply(byFiles, records(byFiles, changes, file, at), random);
                if (random.nextBoolean()) {
                    delete(byEvents, file);
                    delete(byFiles, file);
                }
            }
            assertThat(accounts(byFiles)).as("seed %d", seed).isEqualTo(accounts(byEvents));
            assertThat(receipts(byFiles)).as("seed %d", seed).isEqualTo(receipts(byEvents));
        }
    }

    /// Half of a chunk, or a chunk without its receipts, may be there already.
    private void apply(CompanyId company, List<CrmRecord> records, Random random) {
        for (int from = 0; from < records.size(); from += 3) {
            var chunk = records.subList(from, Math.min(from + 3, records.size()));
            if (random.nextBoolean()) {
                var _ = files.apply(company, chunk.subList(0, random.nextInt(chunk.size() + 1)));
            }
            for (int again = random.nextInt(2); again >= 0; again--) {
                var applied = files.apply(company, chunk);
                var _ = crm.filed(company, applied.filed(), asked -> files.pending(company, applied, asked));
            }
        }
    }

    private void delete(CompanyId company, int file) {
        var stamp = new Stamp(null, Instant.ofEpochSecond(1), 500 + file);
        var place = "deleted/" + file;
        var _ = crm.take(CrmRecords.of(company, Crm.deleted("account", "a1"), stamp, place, place));
    }

    private static List<CrmChange> changes(Random random) {
        var ids = new ArrayList<>(IntStream.range(0, 8).mapToObj(i -> "a" + i).toList());
        Collections.shuffle(ids, random);
        return ids.subList(0, 1 + random.nextInt(ids.size())).stream()
                .map(id -> Crm.fields("account", id, fields(id, random)))
                .toList();
    }

    private static String[] fields(String id, Random random) {
        var fields = new ArrayList<String>(List.of("name", pick(NAMES, random)));
        new TreeMap<>(FIELDS).forEach((field, texts) -> {
            var text = pick(texts, random);
            if (random.nextBoolean() && !text.equals(id)) {
                fields.addAll(List.of(field, text));
            }
        });
        return fields.toArray(String[]::new);
    }

    private static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static List<CrmRecord> records(CompanyId company, List<CrmChange> changes, int file, Instant at) {
        return IntStream.range(0, changes.size())
                .mapToObj(i -> {
                    var place = "import/%d/%03d".formatted(file, i);
                    return CrmRecords.of(company, changes.get(i), new Stamp(null, at, i), place, place);
                })
                .toList();
    }

    private List<String> accounts(CompanyId company) {
        return book.page(company, Optional.empty(), 100).stream()
                .map(found -> said(found.state()))
                .toList();
    }

    private static String said(Account account) {
        return account.ref().account() + " " + account.texts() + account.population() + account.lacks()
                + account.withheld() + account.merged();
    }

    private List<String> receipts(CompanyId company) {
        return crm.receipts(company, "import/", "", 200).stream()
                .map(FileAsEventsTest::said)
                .toList();
    }

    /// Without what is told of references: one that arrived within the same chunk was never missed. So a
    /// record that changes nothing may also say that it was applied, as one does whose wait is over.
    private static String said(Receipt receipt) {
        var outcome = receipt.outcome() == Receipt.Outcome.UNCHANGED ? Receipt.Outcome.APPLIED : receipt.outcome();
        return receipt.id() + " " + receipt.objectId() + outcome + receipt.waitsFor();
    }
}
