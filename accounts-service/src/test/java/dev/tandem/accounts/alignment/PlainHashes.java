package dev.tandem.accounts.alignment;

import dev.tandem.engine.AccountRow;
import dev.tandem.engine.Block;
import dev.tandem.engine.BlockEntry;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.Party;
import dev.tandem.engine.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The hashes by which the engine knows what accounts say: whoever finds one on a topic finds out a name by trying all
/// that there are.
final class PlainHashes {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{10,}");

    private PlainHashes() {}

    static Set<String> of(List<AccountRow> ofOne, List<AccountRow> ofOther) {
        var block = new Block(Snapshot.impartial(), 0, 1);
        var hashes = new TreeSet<String>();
        ofOne.forEach(row -> block.take(new BlockEntry(Party.A, row.id(), row, List.of()), 0));
        ofOther.forEach(row -> block.take(new BlockEntry(Party.B, row.id(), row, List.of()), 0));
        block.tellAll(0, report -> all(report).filter(hash -> hash != 0).forEach(hash -> hashes.add("" + hash)));
        return hashes;
    }

    private static Stream<Long> all(BlockReport report) {
        var found = report.accounts().stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.print()),
                        each.pairs().stream()
                                .flatMap(pair -> LongStream.of(pair.name(), pair.domain(), pair.phone())
                                        .boxed())));
        return Stream.concat(found, report.counts().stream().map(BlockReport.Count::key));
    }

    /// Whatever number in a record could be one.
    static Set<String> numbers(List<String> records) {
        return records.stream()
                .flatMap(record -> NUMBER.matcher(record).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
