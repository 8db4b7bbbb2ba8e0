package dev.tandem.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Does work on several threads at once.
final class Threads {
    static final int COUNT = Math.max(2, Runtime.getRuntime().availableProcessors());

    private Threads() {}

    static ExecutorService forAll() {
        return Executors.newFixedThreadPool(COUNT);
    }

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

    /// Has each thread make itself a worker and take pieces as they come, from 0; the workers, when all is done.
    static <T> List<T> share(ExecutorService threads, int pieces, Supplier<T> worker, ObjIntConsumer<T> work) {
        var next = new AtomicInteger();
        Callable<T> task = () -> {
            var mine = worker.get();
            for (var piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                work.accept(mine, piece);
            }
            return mine;
        };
        return all(threads, IntStream.range(0, COUNT).mapToObj(_ -> task).toList());
    }
}
