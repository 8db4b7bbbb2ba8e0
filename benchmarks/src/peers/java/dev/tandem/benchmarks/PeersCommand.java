package dev.tandem.benchmarks;

import dev.tandem.engine.Book;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.scify.jedai.utilities.enumerations.RepresentationModel;

/// `peers folder [--labelled-only] [matcher...]`: the engine and other open matchers on the same cleaned columns, each with
/// one-to-one assignment. Peers are also shown at the threshold that serves the data set best, which favours
/// them, for nobody knows it beforehand; the engine decides by its shipped one. What takes longer than 900 s
/// is stopped.
public final class PeersCommand {
    private static final long LONGEST_SECONDS = 900;
    private static final Map<String, Function<Cleaned, List<Scored>>> MATCHERS = matchers();

    private PeersCommand() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Path.of(args[0]);
        var books = Cleaned.read(folder);
        var gold = Gold.read(folder);
        var arguments = new ArrayList<>(List.of(args).subList(1, args.length));
        var labelledOnly = arguments.remove("--labelled-only");
        System.out.printf(
                Locale.ROOT,
                "%s: %,d x %,d, gold %,d; %s%n",
                folder.getFileName(),
                books.a().size(),
                books.b().size(),
                gold.size(),
                Machine.load());
        for (var matcher : MATCHERS.entrySet()) {
            if (arguments.isEmpty() || arguments.contains(matcher.getKey())) {
                System.out.println(matcher.getKey() + ": " + result(matcher.getValue(), books, gold, labelledOnly));
            }
        }
        System.exit(0); // A matcher that was stopped may still hold threads.
    }

    private static Map<String, Function<Cleaned, List<Scored>>> matchers() {
        var matchers = new LinkedHashMap<String, Function<Cleaned, List<Scored>>>();
        matchers.put("tandem", PeersCommand::tandem);
        matchers.put("jedai-tokens", new JedAi(RepresentationModel.TOKEN_UNIGRAMS_TF_IDF)::match);
        matchers.put("jedai-trigrams", new JedAi(RepresentationModel.CHARACTER_TRIGRAMS_TF_IDF)::match);
        matchers.put("duke", Duke::match);
        return matchers;
    }

    private static List<Scored> tandem(Cleaned books) {
        var a = new Book();
        books.a().forEach(a::add);
        var b = new Book();
        books.b().forEach(b::add);
        return EngineRun.of(a, b).pairs();
    }

    private static String result(
            Function<Cleaned, List<Scored>> matcher, Cleaned books, Gold gold, boolean labelledOnly)
            throws InterruptedException {
        var from = System.nanoTime();
        var cpu = Machine.cpuSeconds();
        var task = new FutureTask<>(() -> Scored.oneToOne(matcher.apply(books)));
        Thread.ofPlatform().daemon().start(task);
        try {
            var pairs = task.get(LONGEST_SECONDS, TimeUnit.SECONDS).stream()
                    .filter(pair -> !labelledOnly || gold.isLabelled(pair.a()))
                    .toList();
            return String.format(
                    Locale.ROOT,
                    "%.1f s, %.1f CPU s | %s",
                    (System.nanoTime() - from) / 1e9,
                    Machine.cpuSeconds() - cpu,
                    Quality.of(pairs, gold, 0.5));
        } catch (TimeoutException _) {
            return "stopped after " + LONGEST_SECONDS + " s";
        } catch (ExecutionException e) {
            return "failed: " + e.getCause();
        }
    }
}
