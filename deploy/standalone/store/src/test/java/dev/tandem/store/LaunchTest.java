package dev.tandem.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the process starts, ends, and says why it cannot start.
class LaunchTest {

    @TempDir
    private Path data;

    @Test
    void saysWhenItIsReadyAndKeepsItsDataWhenItIsStopped() throws Exception {
        for (int round = 0; round < 2; round++) {
            try (StoreProcess store = StoreProcess.start(data);
                    MongoClient client = Contract.client(store.awaitUri())) {
                MongoCollection<Document> things = client.getDatabase("a").getCollection("things");
                things.insertOne(new Document("_id", round));
                assertThat(things.countDocuments()).isEqualTo(round + 1);
                assertThat(store.terminate()).isEqualTo(143);
                assertThat(store.rest()).isEmpty();
            }
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StoreProcess store = StoreProcess.start(data, "--port=" + taken.getLocalPort())) {
            assertThat(store.awaitExit()).isEqualTo(69);
            assertThat(store.firstLine()).contains("cannot listen on", ":" + taken.getLocalPort());
            assertThat(store.rest()).isEmpty();
        }
    }

    @Test
    void namesTheDirectoryThatAnotherProcessIsUsing() throws Exception {
        try (StoreProcess first = StoreProcess.start(data)) {
            first.awaitUri();
            try (StoreProcess second = StoreProcess.start(data)) {
                assertThat(second.awaitExit()).isEqualTo(75);
                assertThat(second.firstLine()).contains("another process is using the data in", data.toString());
                assertThat(second.rest()).isEmpty();
            }
        }
    }

    @Test
    void refusesADirectoryThatIsInUseInTheSameProcess() {
        try (EmbeddedStore _ = EmbeddedStore.onDisk(data)) {
            assertThatThrownBy(() -> EmbeddedStore.onDisk(data)).isInstanceOf(MVStoreException.class);
        }
    }

    @Test
    void doesNotTouchAFileThatIsNotItsOwn() throws Exception {
        Path file = Files.writeString(data.resolve("tandem.store"), "something else".repeat(1_000));
        try (StoreProcess store = StoreProcess.start(data)) {
            assertThat(store.awaitExit()).isEqualTo(74);
            assertThat(store.firstLine()).contains("cannot open the data in");
        }
        assertThat(Files.readString(file)).startsWith("something else").hasSize(14_000);
    }

    @Test
    void usesTheRoomOfOutdatedPagesAgain() throws Exception {
        int changes = 500;
        try (EmbeddedStore store = EmbeddedStore.onDisk(data);
                MongoClient client = Contract.client(store.uri())) {
            MongoCollection<Document> things = client.getDatabase("a").getCollection("things");
            things.insertOne(new Document("_id", 1));
            for (int i = 0; i < changes; i++) {
                things.updateOne(eq(1), set("text", String.valueOf(i).repeat(20_000)));
            }
        }
        assertThat(Files.size(data.resolve("tandem.store"))).isLessThan(changes * 20_000L / 2);
    }

    @Test
    void namesAnOptionThatItDoesNotKnow() throws Exception {
        try (StoreProcess store = StoreProcess.start(data, "--prot=1")) {
            assertThat(store.awaitExit()).isEqualTo(64);
            assertThat(store.firstLine()).contains("unknown option --prot=1", "port");
        }
    }
}
