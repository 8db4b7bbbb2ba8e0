package dev.tandem.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// How the store is started: `--name=value`, the last one counting, or else the system property
/// `tandem.store.name`.
///
/// @param fsync whether a write is on the disk itself, and not only with the operating system, before it is answered
record Options(String host, int port, Path data, boolean fsync) {

    private static final String PROPERTY_PREFIX = "tandem.store.";
    private static final Map<String, String> DEFAULTS =
            Map.of("host", "127.0.0.1", "port", "27017", "data", "data/store", "fsync", "false");

    static Options parse(String... arguments) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(Options::split)
                .collect(Collectors.toMap(each -> each[0], each -> each[1], (_, last) -> last));
        return new Options(
                value(given, "host"),
                Integer.parseInt(value(given, "port")),
                Path.of(value(given, "data")),
                Boolean.parseBoolean(value(given, "fsync")));
    }

    private static String[] split(String argument) {
        String[] parts = argument.replaceFirst("^--", "").split("=", 2);
        if (!argument.startsWith("--") || parts.length < 2 || !DEFAULTS.containsKey(parts[0])) {
            throw new IllegalArgumentException("unknown option " + argument + ", known are --name=value for "
                    + DEFAULTS.keySet().stream().sorted().toList());
        }
        return parts;
    }

    private static String value(Map<String, String> given, String name) {
        String property = System.getProperty(PROPERTY_PREFIX + name, DEFAULTS.get(name));
        return given.getOrDefault(name, property);
    }
}
