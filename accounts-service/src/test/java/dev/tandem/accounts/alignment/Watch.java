package dev.tandem.accounts.alignment;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Looks again and again, until it is closed, and remembers all that was there to be seen once.
final class Watch implements AutoCloseable {
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final CompletableFuture<Void> looking;
    private volatile boolean isOver;

    Watch(Supplier<List<String>> look) {
        looking = CompletableFuture.runAsync(
                () -> {
                    while (!isOver) {
                        seen.addAll(look.get());
                        looks.incrementAndGet();
                    }
                },
                Thread::startVirtualThread);
    }

    Set<String> seen() {
        return seen;
    }

    int looks() {
        return looks.get();
    }

    @Override
    public void close() {
        isOver = true;
        looking.join();
    }
}
