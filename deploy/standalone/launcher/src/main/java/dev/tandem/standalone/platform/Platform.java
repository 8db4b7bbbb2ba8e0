package dev.tandem.standalone.platform;

import dev.tandem.standalone.token.Grant;
import dev.tandem.standalone.token.Issuer;
import dev.tandem.standalone.token.TokenMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The running platform: store, broker and the four applications as processes of their own, the token issuer in this
/// one.
/// Closing it stops everything in reverse order; the data folder stays and the next start continues with it.
///
/// ```java
/// try (var platform = Platform.start(Settings.onFreePorts(folder))) {
///     var token = platform.token("acme", "finance", null);
///     get(platform.gateway().resolve("/…"), token);
///     ProcessHandle.of(platform.pid(Part.STORE)).orElseThrow().destroyForcibly(); // comes back by itself
///     platform.awaitHealthy(Duration.ofSeconds(30));
/// }
/// ```
public final class Platform implements AutoCloseable {
    private final Settings settings;
    private final DataFolder data;
    private final FileChannel lock;
    private final Children children;
    private final @Nullable TokenMint mint;
    private final Consumer<String> say;
    private final Thread atExit = new Thread(this::stopAtExit, "stop");
    private @Nullable Issuer issuer;
    private boolean closed;

    private Platform(Settings settings, DataFolder data, Consumer<String> say) {
        this.settings = settings;
        this.data = data;
        this.lock = data.lock();
        this.mint = settings.servers().issuer() == null ? TokenMint.of(settings.issuer(), data.issuerKey()) : null;
        this.children = new Children(settings, data, say);
        this.say = say;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Returns when every process is healthy.
    ///
    /// @param say gets a line for each process that is up, died, or is back; called from several threads
    /// @throws PlatformException when it cannot be started; nothing is left running then
    public static Platform start(Settings settings, Consumer<String> say) {
        var platform = new Platform(settings, new DataFolder(settings.data()), say);
        try {
            platform.begin();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    /// As above, with the lines on standard output.
    public static Platform start(Settings settings) {
        return start(settings, System.out::println);
    }

    public URI gateway() {
        return settings.url(Port.GATEWAY);
    }

    /// The application's own address, past the gateway.
    public URI url(Part part) {
        return settings.url(part.port());
    }

    /// Connection string without a database.
    public String mongodb() {
        return settings.mongodb();
    }

    /// Bootstrap servers.
    public String brokers() {
        return settings.brokers();
    }

    public URI issuer() {
        return settings.issuer();
    }

    /// A token of the local issuer.
    ///
    /// @param company null for the operator only
    /// @param role wire name, e.g. `alliance-manager`
    /// @param person becomes the subject; null for a subject made of role and company
    /// @throws PlatformException when the platform was started with a foreign issuer
    public String token(@Nullable String company, String role, @Nullable String person) {
        if (mint == null) {
            throw new PlatformException("tokens come from " + settings.issuer() + ", not from here");
        }
        return mint.token(Grant.of(company, role, person));
    }

    /// Changes when the process is started again.
    public long pid(Part part) {
        return children.child(part).pid();
    }

    public boolean isHealthy(Part part) {
        return children.child(part).isHealthy();
    }

    /// @throws PlatformException naming the processes that are not healthy in time
    public void awaitHealthy(Duration patience) throws InterruptedException {
        children.awaitHealthy(patience);
    }

    /// Stops one process, which stays down until it is started.
    public void stop(Part part) {
        children.child(part).stop();
    }

    /// Starts one process that was stopped, and waits until it is healthy.
    public void start(Part part) {
        children.child(part).start(settings.patience());
    }

    public Settings settings() {
        return settings;
    }

    /// Does nothing the second time. The end of this JVM closes it, too.
    @Override
    public void close() {
        if (isClosedNow()) {
            return;
        }
        children.stop();
        try (lock) {
            if (issuer != null) {
                issuer.close();
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException alreadyEnding) {
            return;
        }
    }

    private void stopAtExit() {
        say.accept("stopping");
        close();
        say.accept("stopped; the data is in " + settings.data());
    }

    private synchronized boolean isClosedNow() {
        var before = closed;
        closed = true;
        return before;
    }

    private void begin() {
        PidFile.of(ProcessHandle.current(), 0).write(data.launcherPid());
        Orphans.end(data, say);
        settings.ports().requireFree(needed());
        startIssuer();
        children.start();
    }

    private List<Port> needed() {
        var needed = new ArrayList<>(children.parts().stream().map(Part::port).toList());
        if (children.parts().contains(Part.BROKER)) {
            needed.add(Port.CONTROLLER);
        }
        if (mint != null) {
            needed.add(Port.ISSUER);
        }
        return needed;
    }

    private void startIssuer() {
        try {
            Files.writeString(data.issuerUrl(), (mint == null ? "foreign " : "") + settings.issuer());
            issuer = mint == null ? null : Issuer.start(mint);
        } catch (IOException e) {
            throw new PlatformException("the issuer cannot be started: " + e.getMessage(), e);
        }
    }
}
