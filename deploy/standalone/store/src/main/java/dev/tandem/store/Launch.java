package dev.tandem.store;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// The store as a process: one line when it is ready, one line and a telling exit code when it cannot be.
final class Launch {

    private static final int BAD_USAGE = 64;
    private static final int NO_PORT = 69;
    private static final int BAD_DATA = 74;
    private static final int DATA_IN_USE = 75;

    private Launch() {}

    static void run(String... arguments) throws InterruptedException {
        quietLogging();
        try {
            Options options = Options.parse(arguments);
            run(options);
        } catch (IllegalArgumentException e) {
            end(BAD_USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static void run(Options options) throws InterruptedException {
        try {
            EmbeddedStore store = EmbeddedStore.open(options.data(), address(options), options.fsync());
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-stop"));
            System.out.println("tandem store ready at " + store.uri() + ", data in " + options.data());
            store.awaitFailure();
            end(BAD_DATA, "cannot write to " + options.data() + " any more");
        } catch (MVStoreException e) {
            refuseData(options, e);
        } catch (UncheckedIOException e) {
            end(BAD_DATA, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            end(NO_PORT, String.valueOf(e.getMessage()));
        }
    }

    private static InetSocketAddress address(Options options) {
        try {
            return new InetSocketAddress(InetAddress.getAllByName(options.host())[0], options.port());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("unknown host " + options.host(), e);
        }
    }

    private static void refuseData(Options options, MVStoreException e) {
        if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            end(DATA_IN_USE, "another process is using the data in " + options.data());
        }
        end(BAD_DATA, "cannot open the data in " + options.data() + ": " + String.valueOf(e.getMessage()));
    }

    /// Without the shutdown hook, which must not try to write again.
    private static void end(int code, String reason) {
        System.err.println("tandem store: " + reason);
        Runtime.getRuntime().halt(code);
    }

    /// The library logs whole documents with each duplicate key; without a logger SLF4J would only complain.
    private static void quietLogging() {
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
    }
}
