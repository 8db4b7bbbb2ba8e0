package dev.tandem.benchmarks;

import dev.tandem.engine.AccountRow;
import dev.tandem.engine.LiveAlignment;
import dev.tandem.engine.Party;
import dev.tandem.engine.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one changed account takes in a live alignment of both books of a folder, what it changed asked for included: a
/// new phone number, a name that loses its last letter, or an account that goes and comes again.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@NullUnmarked // The harness fills the fields before it measures.
public class ChangeBenchmark {
    @Param("")
    private String folder;

    private final Random random = new Random(1);
    private LiveAlignment live;
    private List<List<AccountRow>> books;

    @Setup
    public void load() throws IOException {
        books = List.of(
                Rows.of(Path.of(folder).resolve("a.csv")),
                Rows.of(Path.of(folder).resolve("b.csv")));
        live = new LiveAlignment(Snapshot.impartial());
        live.load(books.getFirst(), books.getLast());
        live.takeChanges();
    }

    @Benchmark
    public LiveAlignment.Changes change() {
        var party = random.nextBoolean() ? Party.A : Party.B;
        var book = party == Party.A ? books.getFirst() : books.getLast();
        var row = book.get(random.nextInt(book.size()));
        switch (random.nextInt(3)) {
            case 0 -> live.put(party, withOtherPhone(row));
            case 1 -> live.put(party, withShorterName(row));
            default -> {
                live.remove(party, row.id());
                live.put(party, row);
            }
        }
        return live.takeChanges();
    }

    private static AccountRow withOtherPhone(AccountRow row) {
        return with(
                row, row.name(), row.phone().isEmpty() ? "+49431555" + row.id().hashCode() : "");
    }

    private static AccountRow withShorterName(AccountRow row) {
        var name = row.name();
        return with(row, name.substring(0, Math.max(1, name.length() - 1)), row.phone());
    }

    private static AccountRow with(AccountRow row, String name, String phone) {
        return new AccountRow(
                row.id(),
                name,
                row.website(),
                phone,
                row.street(),
                row.city(),
                row.region(),
                row.postcode(),
                row.country(),
                row.registrationId(),
                row.parentId());
    }
}
