package dev.tandem.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes `weights.txt` from labelled books: `FitWeights weights.txt folder weight [folder weight]...`, each
/// folder with a.csv, b.csv and gold.csv (columns id_a, id_b). A folder whose name begins with `listed` counts
/// only accounts of A that the gold standard has. The same folders give the same weights.
public final class FitWeights {
    private FitWeights() {}

    public static void main(String[] args) throws IOException {
        var samples = new ArrayList<Sample>();
        for (var n = 1; n + 1 < args.length; n += 2) {
            samples.add(Sample.of(Path.of(args[n]), Double.parseDouble(args[n + 1])));
            System.out.println(args[n] + ": " + samples.getLast().size() + " pairs");
        }
        write(Path.of(args[0]), BoundedFit.fit(samples));
    }

    private static void write(Path file, double[] bits) throws IOException {
        var lines = new ArrayList<>(
                List.of("# What each clue is worth, in bits. Fitted by logistic regression; see the module's README."));
        for (var clue : Clue.ALL) {
            lines.add(String.format(Locale.ROOT, "%s %.3f", clue.name(), bits[clue.index]));
        }
        Files.write(file, lines);
    }
}
