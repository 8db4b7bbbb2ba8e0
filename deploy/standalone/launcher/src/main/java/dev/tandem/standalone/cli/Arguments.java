package dev.tandem.standalone.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A command line, read: `<command> [word…] [--option value | --option=value | --flag]…`, in any order.
record Arguments(String command, List<String> words, Map<Option, String> given) {
    Arguments {
        words = List.copyOf(words);
        given = Map.copyOf(given);
    }

    /// @param environment looked up for options with a value that are not given
    /// @throws UsageException on an unknown option, a missing value, or one too many
    static Arguments parse(List<String> line, Function<String, @Nullable String> environment) {
        var given = new EnumMap<Option, String>(Option.class);
        var words = new ArrayList<String>();
        for (var rest = line.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            if (word.startsWith("-")) {
                put(given, word, () -> rest.hasNext() ? rest.next() : "");
            } else {
                words.add(word);
            }
        }
        addFrom(environment, given);
        var command = words.isEmpty() ? "help" : words.removeFirst();
        return new Arguments(command, words, given);
    }

    boolean has(Option flag) {
        return given.containsKey(flag);
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(given.get(option));
    }

    /// @throws UsageException when it is given and no whole number
    Optional<Integer> number(Option option) {
        try {
            return value(option).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new UsageException(option.option() + " must be a whole number");
        }
    }

    private static void put(Map<Option, String> given, String word, Supplier<String> next) {
        var parts = word.split("=", 2);
        var option = Option.named(parts[0]).orElseThrow(() -> new UsageException("unknown option " + parts[0]));
        if (option.isFlag() && parts.length > 1) {
            throw new UsageException(option.option() + " takes no value");
        }
        var value = option.isFlag() ? "" : parts.length > 1 ? parts[1] : next.get();
        if (!option.isFlag() && (value.isBlank() || value.startsWith("--"))) {
            throw new UsageException(option.option() + " needs a value");
        }
        if (given.put(option, value) != null) {
            throw new UsageException(option.option() + " is given twice");
        }
    }

    private static void addFrom(Function<String, @Nullable String> environment, Map<Option, String> given) {
        for (var option : Option.values()) {
            var value = option.isFlag() ? null : environment.apply(option.variable());
            if (value != null && !value.isBlank()) {
                given.putIfAbsent(option, value);
            }
        }
    }
}
