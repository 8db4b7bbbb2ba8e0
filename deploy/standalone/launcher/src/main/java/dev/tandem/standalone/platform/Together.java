package dev.tandem.standalone.platform;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Several blocking tasks at once.
final class Together {
    private Together() {}

    /// Returns when all have ended, or at the first failure while the others go on.
    ///
    /// @throws RuntimeException the first failure, as it was
    static void run(List<Runnable> tasks) {
        var failed = new CompletableFuture<Void>();
        var all = tasks.stream()
                .map(task -> CompletableFuture.runAsync(task, Thread::startVirtualThread))
                .map(task -> task.whenComplete((_, failure) -> tell(failed, failure)))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all), failed).join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    private static RuntimeException cause(CompletionException wrapped) {
        return switch (wrapped.getCause()) {
            case CompletionException inner -> cause(inner);
            case RuntimeException failure -> failure;
            case null, default -> wrapped;
        };
    }

    private static void tell(CompletableFuture<Void> failed, @Nullable Throwable failure) {
        if (failure != null) {
            failed.completeExceptionally(failure);
        }
    }
}
