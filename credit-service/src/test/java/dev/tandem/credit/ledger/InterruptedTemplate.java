package dev.tandem.credit.ledger;

import com.mongodb.client.MongoClient;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/// Lets something else happen once, just before the n-th time that the store is asked something.
final class InterruptedTemplate extends MongoTemplate {
    private final Runnable interruption;
    private int looksLeft;

    InterruptedTemplate(MongoClient client, int moment, Runnable interruption) {
        super(client, "credit");
        this.looksLeft = moment;
        this.interruption = interruption;
    }

    private void look() {
        looksLeft--;
        if (looksLeft == 0) {
            interruption.run();
        }
    }

    @Override
    public <T> @Nullable T findOne(Query query, Class<T> type, String collection) {
        look();
        return super.findOne(query, type, collection);
    }

    @Override
    public <T> Stream<T> stream(Query query, Class<T> type, String collection) {
        look();
        return super.stream(query, type, collection);
    }

    @Override
    public <T> T insert(T document, String collection) {
        look();
        return super.insert(document, collection);
    }
}
