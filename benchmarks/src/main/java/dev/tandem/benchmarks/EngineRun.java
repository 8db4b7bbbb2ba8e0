package dev.tandem.benchmarks;

import dev.tandem.engine.Alignment;
import dev.tandem.engine.Book;
import dev.tandem.engine.BookFile;
import dev.tandem.engine.Match;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// One alignment of a folder's books by the engine with its shipped defaults, from the files to the pairs.
record EngineRun(Book a, Book b, Alignment alignment, List<Match> matches) {
    private static final int NONE = -1;

    /// Both files at once, as `tandem align` reads them.
    static EngineRun of(Path folder) throws IOException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var reading = threads.invokeAll(List.<Callable<Book>>of(
                    () -> BookFile.read(folder.resolve("a.csv")), () -> BookFile.read(folder.resolve("b.csv"))));
            return of(reading.get(0).get(), reading.get(1).get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static EngineRun of(Book a, Book b) {
        var alignment = new Alignment(a, b);
        return new EngineRun(a, b, alignment, alignment.matches());
    }

    /// Matches and pairs for review, by probability.
    List<Scored> pairs() {
        return matches.stream()
                .map(match -> new Scored(a.id(match.a()), b.id(match.b()), match.probability()))
                .toList();
    }

    /// The least probability of a pair that the engine calls a match.
    double threshold() {
        return matches.stream()
                .filter(match -> match.decision() == Match.Decision.MATCH)
                .mapToDouble(Match::probability)
                .min()
                .orElse(1);
    }

    /// The share of the gold pairs that the engine compares at all.
    double candidateRecall(Gold gold) {
        var rowsOfA = rows(a);
        var rowsOfB = rows(b);
        var found = gold.ofA().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(idB -> Map.entry(entry.getKey(), idB)))
                .filter(pair -> isCandidate(
                        rowsOfA.getOrDefault(pair.getKey(), NONE), rowsOfB.getOrDefault(pair.getValue(), NONE)))
                .count();
        return (double) found / gold.size();
    }

    private boolean isCandidate(int rowOfA, int rowOfB) {
        return rowOfA != NONE && rowOfB != NONE && alignment.isCandidate(rowOfA, rowOfB);
    }

    private static Map<String, Integer> rows(Book book) {
        var rows = new HashMap<String, Integer>();
        IntStream.range(0, book.size()).forEach(row -> rows.put(book.id(row), row));
        return rows;
    }
}
