package dev.tandem.kit.relay;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/// Which instance of the service sends. The lease only keeps instances from working against each other; that a former
/// holder cannot send any more is Kafka's doing, by the transactional id that all instances share.
final class RelayLease {
    private static final String COLLECTION = "relay_lease";
    private static final String ID = "relay";

    private final MongoOperations mongo;
    private final Clock clock;
    private final String holder;
    private final long leaseMs;
    private long heldUntilMs;

    RelayLease(MongoOperations mongo, Clock clock, String holder, long leaseMs) {
        this.mongo = mongo;
        this.clock = clock;
        this.holder = holder;
        this.leaseMs = leaseMs;
    }

    /// Whether this instance may send for at least another half lease; takes or renews the lease where it can.
    boolean held() {
        var now = clock.millis();
        if (heldUntilMs - now > leaseMs / 2) {
            return true;
        }
        heldUntilMs = take(now + leaseMs) ? now + leaseMs : 0;
        return heldUntilMs > 0;
    }

    /// Lets another instance take over at once.
    void release() {
        heldUntilMs = 0;
        mongo.remove(query(where("_id").is(ID).and("holder").is(holder)), COLLECTION);
    }

    private boolean take(long untilMs) {
        var mineOrFree = new Criteria()
                .orOperator(where("holder").is(holder), where("untilMs").lt(clock.millis()));
        var update = new Update().set("holder", holder).set("untilMs", untilMs);
        var taken = mongo.updateFirst(query(where("_id").is(ID).andOperator(mineOrFree)), update, COLLECTION);
        return taken.getMatchedCount() == 1 || first(untilMs);
    }

    private boolean first(long untilMs) {
        try {
            mongo.insert(new Document("_id", ID).append("holder", holder).append("untilMs", untilMs), COLLECTION);
            return true;
        } catch (DuplicateKeyException heldByAnother) {
            return false;
        }
    }
}
