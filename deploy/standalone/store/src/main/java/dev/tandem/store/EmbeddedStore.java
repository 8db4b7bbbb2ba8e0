package dev.tandem.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// A document store in this process, for tests, or started by [#main] as a process of its own.
///
/// It listens on the loopback interface, asks for no credentials, and answers a write when it is in the
/// file: killing the process loses nothing that was answered.
public final class EmbeddedStore implements AutoCloseable {

    private static final String FILE_NAME = "tandem.store";
    private static final int ANY_PORT = 0;
    private static final int WORKER_THREADS = 32;

    private final GroupCommit commits;
    private final MongoServer server;
    private final Housekeeping housekeeping;

    private EmbeddedStore(StoreFile file, InetSocketAddress address) {
        this.commits = new GroupCommit(file);
        this.server = new MongoServer(new StoreBackend(file, commits));
        bind(address);
        this.housekeeping = Housekeeping.start(file, commits);
    }

    /// A store on a free port whose content is gone when it is closed.
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(StoreFile.inMemory(), onLoopback(ANY_PORT));
    }

    /// A store on a free port whose content is in this directory, which is made if need be.
    ///
    /// @throws org.h2.mvstore.MVStoreException when another store is using it, or its file cannot be read
    public static EmbeddedStore onDisk(Path directory) {
        return open(directory, onLoopback(ANY_PORT), false);
    }

    static EmbeddedStore open(Path directory, InetSocketAddress address, boolean fsync) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data directory " + directory, e);
        }
        return new EmbeddedStore(StoreFile.open(directory.resolve(FILE_NAME), fsync), address);
    }

    private static InetSocketAddress onLoopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// Netty throws the checked BindException undeclared.
    private void bind(InetSocketAddress address) {
        try {
            server.bind(address, 1, WORKER_THREADS);
        } catch (Exception e) {
            server.shutdownNow();
            throw new IllegalStateException("cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    /// Runs until the process is told to end; [Launch] tells the options and the exit codes.
    public static void main(String[] arguments) throws InterruptedException {
        Launch.run(arguments);
    }

    void awaitFailure() throws InterruptedException {
        commits.awaitFailure();
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    /// The connection string for a MongoDB driver.
    public String uri() {
        return "mongodb://" + server.getLocalAddress().getAddress().getHostAddress() + ":" + port();
    }

    /// Ends all connections; what was answered is in the file.
    @Override
    public void close() {
        housekeeping.close();
        server.shutdownNow();
    }
}
