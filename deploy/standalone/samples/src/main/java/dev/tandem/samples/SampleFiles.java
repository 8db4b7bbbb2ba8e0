package dev.tandem.samples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes a world into a folder, for a person to look at: events a line each (NDJSON), books as CSV, the truth as both.
public final class SampleFiles {
    private static final int RAGGED_EVERY = 25;

    private SampleFiles() {}

    /// `--seed <number> --accounts <of each company> --out <folder>`, each of which may be left out.
    public static void main(String... arguments) throws IOException {
        Map<String, String> options = options(List.of(arguments));
        long seed = Long.parseLong(options.getOrDefault("--seed", String.valueOf(SampleWorld.SEED)));
        int accounts = Integer.parseInt(options.getOrDefault("--accounts", "2500"));
        Path out = Path.of(options.getOrDefault("--out", "samples"));
        SampleWorld world = SampleWorld.generate(seed, Size.ofAccounts(accounts));
        write(world, out);
        summary(world, System.out);
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int at = 0; at < arguments.size(); at += 2) {
            if (at + 1 == arguments.size()
                    || !List.of("--seed", "--accounts", "--out").contains(arguments.get(at))) {
                throw new IllegalArgumentException("use --seed <number> --accounts <number> --out <folder>");
            }
            options.put(arguments.get(at), arguments.get(at + 1));
        }
        return options;
    }

    public static void write(SampleWorld world, Path out) throws IOException {
        for (SampleCompany company : world.companies()) {
            Path folder = Files.createDirectories(out.resolve(company.id().value()));
            events(folder.resolve("people.ndjson"), company.people());
            events(folder.resolve("accounts.ndjson"), company.accounts());
            events(folder.resolve("opportunities.ndjson"), company.opportunities());
            events(folder.resolve("after-agreement.ndjson"), company.afterAgreement());
            Files.writeString(folder.resolve("book.csv"), BookCsv.of(company).text());
            Files.writeString(
                    folder.resolve("book-ragged.csv"),
                    BookCsv.ragged(company, RAGGED_EVERY).text());
        }
        truth(world.truth(), Files.createDirectories(out.resolve("truth")));
    }

    private static void events(Path file, List<SampleEvent> events) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (SampleEvent event : events) {
                writer.write(line(event));
                writer.newLine();
            }
        }
    }

    private static String line(SampleEvent event) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("topic", event.topic());
        line.put("key", event.key());
        line.put("kind", event.kind());
        line.put("headers", event.headers());
        line.put("body", event.bodyText());
        return ChangeJson.line(line);
    }

    private static void truth(Truth truth, Path folder) throws IOException {
        List<String> pairs = new ArrayList<>(List.of("acme,globex,secondary"));
        truth.goldPairs().forEach(pair -> pairs.add(pair.acme() + "," + pair.globex() + "," + pair.secondary()));
        Files.write(folder.resolve("gold-pairs.csv"), pairs);
        Files.write(
                folder.resolve("duplicates.csv"),
                truth.duplicates().stream()
                        .map(twice -> twice.company() + "," + twice.account() + "," + twice.of())
                        .toList());
        states(folder.resolve("after-load.ndjson"), truth.afterLoad());
        states(folder.resolve("at-end.ndjson"), truth.atEnd());
        Files.writeString(folder.resolve("kinds.json"), ChangeJson.line(byName(truth)) + "\n");
    }

    private static Map<String, Object> byName(Truth truth) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        truth.kinds().forEach((company, counts) -> kinds.put(company.value(), counts));
        return kinds;
    }

    private static void states(Path file, SortedMap<ObjectRef, ObjectState> states) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Map.Entry<ObjectRef, ObjectState> entry : states.entrySet()) {
                writer.write(ChangeJson.line(List.of(entry.getKey().toString(), entry.getValue())));
                writer.newLine();
            }
        }
    }

    private static void summary(SampleWorld world, PrintStream out) {
        for (SampleCompany company : world.companies()) {
            out.printf(
                    "%s: %d people, %d account, %d opportunity events, then %d; %s%n",
                    company.name(),
                    company.people().size(),
                    company.accounts().size(),
                    company.opportunities().size(),
                    company.afterAgreement().size(),
                    world.truth().kinds().get(company.id()));
        }
        out.printf("%d pairs are the same customer%n", world.truth().goldPairs().size());
    }
}
