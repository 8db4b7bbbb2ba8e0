package dev.tandem.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/// Does work on several threads at once.
final class Threads {
    private Threads() {}

    /// What the tasks came to, when all are done.
    static <T> List<T> all(ExecutorService threads, List<Callable<T>> tasks) {
        try {
            return threads.invokeAll(tasks).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
