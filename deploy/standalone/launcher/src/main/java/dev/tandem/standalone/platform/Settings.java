package dev.tandem.standalone.platform;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// Everything that can be chosen about a platform.
///
/// @param home the checkout (or distribution) with the built modules
/// @param data the folder that holds all that outlives a restart
/// @param parts the processes to start; what [Servers] replace is left out
/// @param patience how long a process may take to become healthy
public record Settings(Path home, Path data, Ports ports, Servers servers, Set<Part> parts, Duration patience) {
    private static final Duration STANDARD_PATIENCE = Duration.ofMinutes(3);

    public Settings {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        var kept = EnumSet.copyOf(parts);
        if (servers.mongodb() != null) {
            kept.remove(Part.STORE);
        }
        if (servers.kafka() != null) {
            kept.remove(Part.BROKER);
        }
        parts = kept;
    }

    /// Local servers, standard ports, all processes.
    public static Settings standard(Path home, Path data) {
        return new Settings(
                home, data, Ports.standard(), Servers.local(), EnumSet.allOf(Part.class), STANDARD_PATIENCE);
    }

    /// For tests: the checkout around the working directory, free ports, and `data`.
    public static Settings onFreePorts(Path data) {
        return standard(findHome(), data).with(Ports.free());
    }

    /// The folder given as `tandem.home`, else the nearest one around the working directory that holds `mvnw`.
    public static Path findHome() {
        var given = System.getProperty("tandem.home");
        if (given != null) {
            return Path.of(given);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new PlatformException("run this inside a Tandem checkout, or name it with -Dtandem.home");
    }

    public Settings with(Ports changed) {
        return new Settings(home, data, changed, servers, parts, patience);
    }

    public Settings with(Servers changed) {
        return new Settings(home, data, ports, changed, parts, patience);
    }

    public Settings only(Part... kept) {
        return new Settings(home, data, ports, servers, Set.copyOf(Arrays.asList(kept)), patience);
    }

    public Settings patience(Duration changed) {
        return new Settings(home, data, ports, servers, parts, changed);
    }

    public URI url(Port port) {
        return URI.create("http://127.0.0.1:" + ports.of(port));
    }

    public URI issuer() {
        return Objects.requireNonNullElseGet(servers.issuer(), () -> url(Port.ISSUER));
    }

    public String mongodb() {
        return Objects.requireNonNullElseGet(servers.mongodb(), () -> "mongodb://127.0.0.1:" + ports.of(Port.STORE));
    }

    public String brokers() {
        return Objects.requireNonNullElseGet(servers.kafka(), () -> "127.0.0.1:" + ports.of(Port.BROKER));
    }
}
