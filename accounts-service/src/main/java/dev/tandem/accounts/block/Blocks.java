package dev.tandem.accounts.block;

import dev.tandem.accounts.block.Posts.Address;
import dev.tandem.accounts.matching.Pairing;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.BlockWork.BlockAsked;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import dev.tandem.contracts.alignment.TwoBooks;
import dev.tandem.engine.BlockEntry;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.SharedAlignment;
import dev.tandem.engine.Snapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The way of a partnership's writer to the blocks, where there are any.
@Component
public class Blocks {
    private final BlockSettings settings;
    private final Posts posts;
    private final Wire wire;

    Blocks(BlockSettings settings, Posts posts, Wire wire) {
        this.settings = settings;
        this.posts = posts;
        this.wire = wire;
    }

    public boolean areUsed() {
        return settings.areUsed();
    }

    public Post post() {
        return new Post(posts);
    }

    /// How two books of a partnership are aligned: here, or by blocks that are told by this post.
    public Pairing pairing(PartnershipId partnership, Post post) {
        return areUsed()
                ? (one, other, records) -> shared(new TwoBooks(partnership, one, other), post, records)
                : Pairing.HERE;
    }

    private SharedAlignment shared(TwoBooks books, Post post, SharedAlignment.Records records) {
        return new SharedAlignment(Snapshot.impartial(), settings.blocks(), records, toBlocks(books, post));
    }

    private ToBlocks toBlocks(TwoBooks books, Post post) {
        return new ToBlocks(books, Topics.blocks(settings.blocks()), post, wire);
    }

    /// What a block has found; empty where the keys are divided otherwise now than when it found it.
    public Optional<BlockReport> read(BlockReported reported) {
        return Optional.of(reported)
                .filter(each -> each.of() == settings.blocks())
                .flatMap(wire::report);
    }

    private record ToBlocks(TwoBooks books, Topic<?> topic, Post post, Wire wire) implements SharedAlignment.Outbox {
        @Override
        public void send(int block, BlockEntry entry) {
            var told = wire.told(books, entry);
            post.send(new Address(topic, block, books + "/" + told.account()), told);
        }

        @Override
        public void ask(int block) {
            post.send(new Address(topic, block, "question/" + books), new BlockAsked(books));
        }
    }
}
