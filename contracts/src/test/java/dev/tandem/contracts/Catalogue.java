package dev.tandem.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who writes and reads what, as `docs/events/catalogue.md` says: which golden samples each service is held to.
public final class Catalogue {
    private static final Path PAGE = Path.of("../docs/events/catalogue.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Catalogue() {}

    /// @param service as the catalogue names it, such as `accounts`
    public static Set<String> writtenBy(String service) {
        var out = table("| payload |")
                .filter(names(service, 2))
                .map(row -> code(row, 0).getFirst());
        var own = table("| topic |").filter(names(service, 3)).filter(row -> !isOut(row));
        return sorted(Stream.concat(own.flatMap(Catalogue::samples), out));
    }

    public static Set<String> readBy(String service) {
        return sorted(table("| topic |").filter(names(service, 4)).flatMap(Catalogue::samples));
    }

    private static boolean isOut(List<String> topic) {
        return code(topic, 5).equals(List.of("CrmOut"));
    }

    /// The types that a row of the topics stands for: each of a family, and of a CRM's change each object type.
    private static Stream<String> samples(List<String> row) {
        var codes = code(row, 5);
        if (codes.size() > 1) {
            return codes.stream().skip(1).map(object -> codes.getFirst() + "." + object);
        }
        return EventTypes.of(family(codes.getFirst())).map(Class::getSimpleName);
    }

    private static Class<?> family(String name) {
        return EventTypes.TOPICS.stream()
                .map(Topic::payload)
                .filter(payload -> payload.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the catalogue names " + name + ", no topic has it"));
    }

    private static Predicate<List<String>> names(String service, int column) {
        return row -> Arrays.asList(row.get(column).split(", ")).contains(service);
    }

    private static List<String> code(List<String> row, int column) {
        return CODE.matcher(row.get(column))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /// The rows of the one table whose head begins so, cell by cell.
    private static Stream<List<String>> table(String head) {
        try (var lines = Files.lines(PAGE)) {
            return lines
                    .dropWhile(line -> !line.startsWith(head))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .toList()
                    .stream()
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .skip(1)
                            .map(String::strip)
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
