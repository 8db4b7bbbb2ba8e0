package dev.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Random;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final int QUERIES = 4_000;
    private static final int DOCUMENTS = 50;

    @Test
    void selectsWhatTheLibrarySelects() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SelectionTest -Dseed=" + seed);
        RandomDocuments random = new RandomDocuments(new Random(seed));
        int selected = 0;
        for (int i = 0; i < QUERIES; i++) {
            Document query = stored(random.query());
            Selection selection = new Selection(query);
            for (int j = 0; j < DOCUMENTS; j++) {
                Document document = stored(random.document());
                boolean expected = new DefaultQueryMatcher().matches(document, query);
                selected += expected ? 1 : 0;
                assertThat(selection.has(document))
                        .as("seed %d: %s of %s", seed, query, document)
                        .isEqualTo(expected);
            }
        }
        assertThat(selected).isBetween(1, QUERIES * DOCUMENTS - 1);
    }

    /// As it arrives and is kept: in the library's form.
    private static Document stored(org.bson.Document document) {
        ByteBuffer bytes = new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .asNIO();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return Bson.decode(copy);
    }
}
