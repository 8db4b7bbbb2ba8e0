package dev.tandem.systemtests.running;

import dev.tandem.standalone.client.Api;
import dev.tandem.standalone.client.Caller;
import dev.tandem.standalone.client.Crm;
import dev.tandem.standalone.platform.Part;
import dev.tandem.standalone.platform.Platform;
import dev.tandem.standalone.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The six processes, started by the first test that wants them and shared by all; they end with this JVM.
/// Data and logs lie in `target/platform` and stay there to be read, until the next run.
public final class RunningPlatform {
    private static final Path DATA = Path.of("target", "platform");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<URI, Api> APIS = new ConcurrentHashMap<>();

    private static @Nullable Platform platform;
    private static @Nullable Settings settings;

    private RunningPlatform() {}

    public static synchronized Platform get() {
        if (platform == null) {
            clear(DATA);
            settings = Settings.onFreePorts(DATA).patience(PATIENCE);
            platform = Platform.start(settings);
        }
        return platform;
    }

    /// Stops all processes in order and starts them again on the same data, as `stop` and `up` do.
    public static synchronized Platform restart() {
        var again = settings;
        if (again == null) {
            return get();
        }
        get().close();
        platform = Platform.start(again);
        return platform;
    }

    /// The public API.
    public static Api api() {
        return api(get().gateway());
    }

    /// One service, past the gateway.
    public static Api api(Part service) {
        return api(get().url(service));
    }

    /// One each, since each has connections and tokens of its own to keep.
    private static Api api(URI base) {
        return APIS.computeIfAbsent(base, _ -> new Api(base, RunningPlatform::token));
    }

    public static Caller manager(String company) {
        return api().as(company, "alliance-manager");
    }

    /// A connection as a CRM has it.
    public static Crm crm() {
        return new Crm(get().brokers());
    }

    private static String token(@Nullable String company, String role, @Nullable String person) {
        return get().token(company, role, person);
    }

    static Path logs() {
        return DATA.resolve("logs");
    }

    private static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }
}
