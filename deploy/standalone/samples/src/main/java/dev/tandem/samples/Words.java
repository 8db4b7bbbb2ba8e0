package dev.tandem.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// One of our word lists: sections in brackets, entries divided by line ends or semicolons, their parts by bars.
final class Words {
    private static final Pattern DIVIDER = Pattern.compile("\\s*;\\s*");
    private static final Pattern BAR = Pattern.compile("\\|");

    private final Map<String, List<String>> sections = new HashMap<>();
    private final Map<String, List<List<String>>> rows = new HashMap<>();

    private Words(String text) {
        List<String> section = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
            } else if (!line.isBlank()) {
                section.addAll(List.of(DIVIDER.split(line, -1)));
            }
        }
        sections.replaceAll((_, entries) -> List.copyOf(entries));
        sections.forEach((name, entries) ->
                rows.put(name, entries.stream().map(Words::parts).toList()));
    }

    static Words load(String name) {
        try (InputStream in = Words.class.getResourceAsStream("words/" + name + ".txt")) {
            return new Words(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> list(String section) {
        return sections.getOrDefault(section, List.of());
    }

    List<List<String>> rows(String section) {
        return rows.getOrDefault(section, List.of());
    }

    /// Rows that begin with a weight, without it and as often as it says.
    List<List<String>> weighted(String section) {
        List<List<String>> repeated = new ArrayList<>();
        for (List<String> row : rows(section)) {
            for (int times = Integer.parseInt(row.getFirst()); times > 0; times--) {
                repeated.add(row.subList(1, row.size()));
            }
        }
        return repeated;
    }

    private static List<String> parts(String entry) {
        return List.of(BAR.split(entry, -1));
    }
}
