package dev.tandem.roster;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullMarked;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/// Does something once, between what a writer read and the first document that it inserts into a collection.
@NullMarked
public final class BeforeSaving extends AbstractMongoEventListener<Object> {
    private final String collection;
    private final Runnable meanwhile;
    private final AtomicBoolean done = new AtomicBoolean();

    public BeforeSaving(String collection, Runnable meanwhile) {
        this.collection = collection;
        this.meanwhile = meanwhile;
    }

    @Override
    public void onBeforeSave(BeforeSaveEvent<Object> event) {
        if (collection.equals(event.getCollectionName()) && done.compareAndSet(false, true)) {
            meanwhile.run();
        }
    }
}
