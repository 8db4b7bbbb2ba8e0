package dev.tandem.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps the file from growing: each commit leaves outdated pages behind, whose room is used again once the pages that
/// share it have been moved.
final class Housekeeping implements AutoCloseable {

    private static final int PERIOD_MS = 500;

    private final StoreFile file;
    private final GroupCommit commits;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("store-housekeeping").unstarted(this::run);

    private Housekeeping(StoreFile file, GroupCommit commits) {
        this.file = file;
        this.commits = commits;
    }

    static Housekeeping start(StoreFile file, GroupCommit commits) {
        Housekeeping housekeeping = new Housekeeping(file, commits);
        housekeeping.thread.start();
        return housekeeping;
    }

    private void run() {
        try {
            while (!stopped.await(PERIOD_MS, TimeUnit.MILLISECONDS)) {
                commits.alone(file::compact);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
