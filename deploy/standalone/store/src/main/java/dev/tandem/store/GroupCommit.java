package dev.tandem.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets changes run side by side and commits all that are done in one go; nobody gets an answer before the commit that
/// contains what the answer tells.
///
/// Changes hold the gate shared and a commit holds it alone, so no commit contains half a change. A change takes its
/// ticket before it begins; a commit covers every ticket given out before it.
final class GroupCommit {

    private final StoreFile file;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private final AtomicLong lastTicket = new AtomicLong();
    private final Map<String, Long> lastTickets = new ConcurrentHashMap<>();
    private final Lock turn = new ReentrantLock();
    private final Condition turnEnded = turn.newCondition();
    private boolean committing;
    private long durable;
    private volatile @Nullable RuntimeException failure;
    private final CountDownLatch failed = new CountDownLatch(1);

    GroupCommit(StoreFile file) {
        this.file = file;
    }

    /// Runs a change of one namespace beside others, and returns once it is durable, even if it failed halfway.
    <T> T change(String namespace, Supplier<T> change) {
        return change(gate.readLock(), namespace, change);
    }

    /// Runs a change that no other may accompany, such as one of collections or indexes.
    <T> T changeAlone(String namespace, Supplier<T> change) {
        return change(gate.writeLock(), namespace, change);
    }

    private <T> T change(Lock lock, String namespace, Supplier<T> change) {
        long ticket = 0;
        lock.lock();
        try {
            ticket = lastTicket.incrementAndGet();
            lastTickets.merge(namespace, ticket, Math::max);
            return change.get();
        } finally {
            lock.unlock();
            awaitDurable(ticket);
        }
    }

    /// Reads, and returns once all that may have been seen is durable: what a reader has acted on is never taken back
    /// by
    /// a crash.
    <T> T read(String namespace, Supplier<T> reading) {
        T result = file.reading(reading);
        awaitDurable(lastTickets.getOrDefault(namespace, 0L));
        return result;
    }

    /// As [#read], for what may have looked at any namespace.
    <T> T readAll(Supplier<T> reading) {
        T result = file.reading(reading);
        awaitDurable(lastTicket.get());
        return result;
    }

    /// Work on the file that must not meet a half-done change, as it commits.
    void alone(Runnable work) {
        gate.writeLock().lock();
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            gate.writeLock().unlock();
        }
    }

    /// Returns when the file cannot be written any more; from then on every command fails.
    void awaitFailure() throws InterruptedException {
        failed.await();
    }

    private void awaitDurable(long ticket) {
        while (mustCommit(ticket)) {
            commitAll();
        }
    }

    /// False when the ticket is durable, true when it is this thread's turn to commit.
    private boolean mustCommit(long ticket) {
        turn.lock();
        try {
            while (durable < ticket && committing) {
                turnEnded.awaitUninterruptibly();
            }
            if (failure != null) {
                throw failure;
            }
            committing |= durable < ticket;
            return durable < ticket;
        } finally {
            turn.unlock();
        }
    }

    private void commitAll() {
        try {
            long covered = commit();
            file.force();
            endTurn(covered);
        } catch (RuntimeException | Error e) {
            fail(e);
            endTurn(0);
        }
    }

    /// What is in memory may from now on differ from the file, so nothing is answered any more.
    private void fail(Throwable cause) {
        failure = new IllegalStateException("the store could not write its file and stops answering", cause);
        failed.countDown();
    }

    private void endTurn(long covered) {
        turn.lock();
        try {
            committing = false;
            durable = Math.max(durable, covered);
            turnEnded.signalAll();
        } finally {
            turn.unlock();
        }
    }

    private long commit() {
        gate.writeLock().lock();
        try {
            long covered = lastTicket.get();
            file.commit();
            return covered;
        } finally {
            gate.writeLock().unlock();
        }
    }
}
