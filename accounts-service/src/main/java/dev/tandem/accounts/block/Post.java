package dev.tandem.accounts.block;

import dev.tandem.accounts.block.Posts.Address;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// What one sender has under way. Not safe for several threads.
public final class Post {
    private final Posts posts;
    private final Deque<Future<?>> underWay = new ArrayDeque<>();

    Post(Posts posts) {
        this.posts = posts;
    }

    void send(Address to, Object payload) {
        underWay.add(posts.send(to, payload));
    }

    /// Waits until the broker has all that was sent.
    ///
    /// @throws KafkaException when that is not known of all of it; whoever is to hear it has to be told all anew
    public void arrived() {
        try {
            while (!underWay.isEmpty()) {
                underWay.remove().get();
            }
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        } catch (ExecutionException fault) {
            throw new KafkaException("what was sent to or by blocks did not arrive", fault.getCause());
        } finally {
            underWay.clear();
        }
    }
}
