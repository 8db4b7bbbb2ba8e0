package dev.tandem.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `quality [--labelled-only] folder...`: how good the engine's matches are in each folder. With
/// `--labelled-only`, pairs of accounts of A that the gold standard does not know are left out, for books where
/// it knows only some of the true pairs.
public final class QualityCommand {
    private static final String LABELLED_ONLY = "--labelled-only";

    private QualityCommand() {}

    public static void main(String[] args) throws IOException {
        var arguments = List.of(args);
        for (var folder : arguments) {
            if (!folder.equals(LABELLED_ONLY)) {
                System.out.println(line(Path.of(folder), arguments.contains(LABELLED_ONLY)));
            }
        }
    }

    private static String line(Path folder, boolean labelledOnly) throws IOException {
        var gold = Gold.read(folder);
        var run = EngineRun.of(folder);
        var pairs = run.pairs().stream()
                .filter(pair -> !labelledOnly || gold.isLabelled(pair.a()))
                .toList();
        return String.format(
                Locale.ROOT,
                "%s (%,d x %,d, gold %,d)%s: %s | candidate recall %.4f",
                folder.getFileName(),
                run.a().size(),
                run.b().size(),
                gold.size(),
                labelledOnly ? ", labelled only" : "",
                Quality.of(pairs, gold, run.threshold()),
                run.candidateRecall(gold));
    }
}
