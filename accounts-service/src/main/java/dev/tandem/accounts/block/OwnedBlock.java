package dev.tandem.accounts.block;

import dev.tandem.accounts.block.Posts.Address;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.BlockWork;
import dev.tandem.contracts.alignment.BlockWork.AccountTold;
import dev.tandem.contracts.alignment.BlockWork.BlockAsked;
import dev.tandem.contracts.alignment.BlockWork.BlockTaken;
import dev.tandem.contracts.alignment.TwoBooks;
import dev.tandem.engine.Block;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.Snapshot;
import io.micrometer.core.instrument.Counter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// One block of every two books, for as long as this instance has its partition. It reads the partition from the
/// beginning and says nothing before it comes upon the question that it has put there itself.
final class OwnedBlock {
    /// Memory that accounts of the past take is worth telling all anew from here on, when it is the larger part.
    private static final int ROWS_OF_THE_PAST = 20_000;

    private static final long SILENT = -1;

    private final int number;
    private final int of;
    private final Wire wire;
    private final Post post;
    private final Counter reports;
    private final Map<TwoBooks, Block> blocks = new LinkedHashMap<>();
    private String name = "";
    private long term = SILENT;

    OwnedBlock(int number, OwnedBlocks.Means means, Post post) {
        this.number = number;
        this.of = means.of();
        this.wire = means.wire();
        this.post = post;
        this.reports = means.reports();
    }

    /// @param offset of the work in the partition
    synchronized void take(BlockWork work, long offset) {
        if (name.isEmpty()) {
            name = UUID.randomUUID().toString();
            post.send(new Address(Topics.blocks(of), number, "question/" + number), new BlockTaken(name));
        }
        switch (work) {
            case AccountTold told -> take(told);
            case BlockAsked asked -> tellAll(asked.books(), block(asked.books()));
            case BlockTaken taken -> taken(taken, offset);
        }
    }

    private void take(AccountTold told) {
        var block = block(told.books());
        var report = block.take(wire.entry(told), term);
        report(told.books(), report);
        if (term != SILENT && block.rowsEver() > ROWS_OF_THE_PAST + 2 * block.size()) {
            // The writer notices that it has nothing, and tells it what there is.
            blocks.remove(told.books());
            tellAll(told.books(), block(told.books()));
        }
    }

    private void taken(BlockTaken taken, long offset) {
        if (taken.owner().equals(name)) {
            term = offset;
            blocks.forEach(this::tellAll);
        }
    }

    private Block block(TwoBooks books) {
        return blocks.computeIfAbsent(books, _ -> new Block(Snapshot.impartial(), number, of));
    }

    private void tellAll(TwoBooks books, Block block) {
        if (term != SILENT) {
            block.tellAll(term, report -> report(books, report));
        }
    }

    private void report(TwoBooks books, BlockReport report) {
        if (term != SILENT) {
            var key = books.partnership().value();
            post.send(new Address(Topics.MATCHING, null, key), wire.reported(books, of, report));
            reports.increment();
        }
    }

    synchronized void arrived() {
        post.arrived();
    }

    /// What it said may not have arrived, so all is told anew, as by another owner.
    synchronized void beginAnew() {
        name = "";
        term = SILENT;
    }
}
