package dev.tandem.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What happens to two books in a row, from a seed, told to one alignment at once, and to blocks and the one who
/// decides, who hear of it later and may die.
final class SharedStory {
    /// Some differ by a letter in the middle, others at an end.
    private static final List<String> STEMS = List.of(
            "Nordwind", "Nordwynd", "Kestrel", "Vestrel", "Estrel", "Orbis", "Norbis", "Orbys", "Tundra", "Tundrax");

    private final Random random;
    private final int blockCount;
    private final int ids;
    private final List<String> stems;
    private final Blocks blocks;
    private final LiveAlignment one = new LiveAlignment(Snapshot.impartial());
    private final Map<Party, Map<String, AccountRow>> books = new EnumMap<>(Party.class);
    private final List<Ruled> rulings = new ArrayList<>();
    private final Deque<Id> touched = new ArrayDeque<>();
    private Writer writer;

    private record Id(Party party, String id) {}

    /// What people decided, as both kinds of alignment can be told.
    private record Ruled(BiConsumer<LiveAlignment, Void> one, BiConsumer<SharedAlignment, Void> shared) {}

    SharedStory(int blockCount, Random random) {
        this.random = random;
        this.blockCount = blockCount;
        ids = List.of(8, 30, 60).get(random.nextInt(3));
        stems = random.nextBoolean() ? STEMS : oneCommon(random);
        for (var party : Party.values()) {
            books.put(party, new LinkedHashMap<>());
        }
        blocks = new Blocks(blockCount, random);
        writer = new Writer();
    }

    /// A first word that most names have, and one that is almost the same.
    private static List<String> oneCommon(Random random) {
        var at = random.nextInt(STEMS.size() - 1);
        var common = STEMS.get(at);
        return List.of(common, common, common, common, STEMS.get(at + 1));
    }

    /// One who decides, and what it has under way to the blocks.
    private final class Writer implements SharedAlignment.Outbox {
        final List<Deque<Runnable>> sending = new ArrayList<>();
        final SharedAlignment alignment;

        Writer() {
            for (var block = 0; block < blockCount; block++) {
                sending.add(new ArrayDeque<>());
            }
            alignment = new SharedAlignment(Snapshot.impartial(), blockCount, SharedStory.this::find, this);
            var before = random.nextBoolean();
            if (before) {
                rulings.forEach(ruled -> ruled.shared.accept(alignment, null));
            }
            alignment.begin(book(Party.A).values(), book(Party.B).values());
            if (!before) {
                rulings.forEach(ruled -> ruled.shared.accept(alignment, null));
            }
        }

        @Override
        public void send(int block, BlockEntry entry) {
            sending.get(block).add(() -> blocks.send(block, entry));
        }

        @Override
        public void ask(int block) {
            sending.get(block).add(() -> blocks.ask(block));
        }

        boolean arrive() {
            var one = sending.get(random.nextInt(blockCount)).poll();
            if (one != null) {
                one.run();
            }
            return sending.stream().anyMatch(each -> !each.isEmpty());
        }
    }

    private final List<Writer> former = new ArrayList<>();

    private Map<String, AccountRow> book(Party party) {
        return Objects.requireNonNull(books.get(party));
    }

    private List<AccountRow> find(Party party, Collection<String> wanted) {
        return wanted.stream().map(book(party)::get).filter(Objects::nonNull).toList();
    }

    void step() {
        switch (random.nextInt(12)) {
            case 0, 1 -> change();
            case 2 -> hear();
            case 3, 4 -> writer.arrive();
            case 5 -> {
                if (random.nextInt(30) == 0) {
                    former.add(writer);
                    touched.clear();
                    writer = new Writer();
                } else if (!former.isEmpty()) {
                    former.get(random.nextInt(former.size())).arrive();
                }
            }
            default -> blocks.step(writer.alignment);
        }
    }

    private void change() {
        var party = random.nextBoolean() ? Party.A : Party.B;
        switch (random.nextInt(20)) {
            case 0, 1 -> remove(party, id(party));
            case 2, 3 -> rule();
            case 4 -> duplicates(party);
            case 5 -> alias(party);
            default -> put(party, row(id(party)));
        }
    }

    private String id(Party party) {
        return party + "" + random.nextInt(ids);
    }

    private AccountRow row(String id) {
        var row = Invented.row(id, random, stems);
        var site = random.nextInt(4) == 0 ? Invented.site(random, stems) : row.website();
        var parent = random.nextInt(8) == 0 ? "p" : "";
        var registration = random.nextInt(8) == 0 ? "529900T8BM49AURSDO5" + random.nextInt(3) : "";
        var name = row.name() + List.of("", "", " Group", " Grp").get(random.nextInt(4));
        return new AccountRow(id, name, site, row.phone(), "", row.city(), "", "", row.country(), registration, parent);
    }

    private void put(Party party, AccountRow row) {
        book(party).put(row.id(), row);
        one.put(party, row);
        touched.add(new Id(party, row.id()));
    }

    private void remove(Party party, String id) {
        book(party).remove(id);
        one.remove(party, id);
        touched.add(new Id(party, id));
    }

    /// The writer hears of a change and looks how the account is now.
    private boolean hear() {
        var next = touched.poll();
        if (next != null) {
            var row = book(next.party).get(next.id);
            if (row == null) {
                writer.alignment.remove(next.party, next.id);
            } else {
                writer.alignment.put(next.party, row);
            }
        }
        return next != null;
    }

    private void rule() {
        var a = id(Party.A);
        var b = id(Party.B);
        var standing = one.matches();
        if (!standing.isEmpty() && random.nextBoolean()) {
            var known = standing.get(random.nextInt(standing.size()));
            a = known.idOfA();
            b = known.idOfB();
        }
        var idOfA = a;
        var idOfB = b;
        switch (random.nextInt(3)) {
            case 0 -> ruled((live, _) -> live.confirm(idOfA, idOfB), (shared, _) -> shared.confirm(idOfA, idOfB));
            case 1 -> ruled((live, _) -> live.reject(idOfA, idOfB), (shared, _) -> shared.reject(idOfA, idOfB));
            default -> ruled((live, _) -> live.withdraw(idOfA, idOfB), (shared, _) -> shared.withdraw(idOfA, idOfB));
        }
    }

    private void ruled(BiConsumer<LiveAlignment, Void> live, BiConsumer<SharedAlignment, Void> shared) {
        var ruled = new Ruled(live, shared);
        rulings.add(ruled);
        ruled.one.accept(one, null);
        ruled.shared.accept(writer.alignment, null);
    }

    private void duplicates(Party party) {
        var id = id(party);
        var other = id(party);
        if (random.nextInt(3) > 0) {
            ruled((live, _) -> live.duplicates(party, id, other), (shared, _) -> shared.duplicates(party, id, other));
        } else {
            ruled((live, _) -> live.distinct(party, id, other), (shared, _) -> shared.distinct(party, id, other));
        }
    }

    private void alias(Party party) {
        var name = Invented.row("", random, stems).name();
        var other = Invented.row("", random, stems).name();
        if (random.nextInt(3) > 0) {
            ruled((live, _) -> live.alias(party, name, other), (shared, _) -> shared.alias(party, name, other));
        } else {
            ruled(
                    (live, _) -> live.withoutAlias(party, name, other),
                    (shared, _) -> shared.withoutAlias(party, name, other));
        }
    }

    /// All that is under way arrives.
    void rest() {
        var busy = true;
        while (busy) {
            busy = hear();
            for (var old : former) {
                busy |= old.arrive();
            }
            busy |= writer.arrive();
            busy |= blocks.drain(writer.alignment);
        }
    }

    String ofOne() {
        return lines(one.matches());
    }

    String ofAll() {
        return writer.alignment.isComplete() ? lines(writer.alignment.matches()) : "some block never told";
    }

    /// Accounts that were ever there for which blocks have not answered.
    List<String> awaited() {
        return Stream.of(Party.values())
                .flatMap(party -> IntStream.range(0, ids)
                        .mapToObj(n -> party + "" + n)
                        .filter(id -> writer.alignment.isAwaited(party, id)))
                .toList();
    }

    /// What one says of each pair that stands.
    List<Optional<Explanation>> explainedByOne() {
        return one.matches().stream()
                .map(pair -> one.explain(pair.idOfA(), pair.idOfB()))
                .toList();
    }

    List<Optional<Explanation>> explainedByAll() {
        return one.matches().stream()
                .map(pair -> writer.alignment.explain(pair.idOfA(), pair.idOfB()))
                .toList();
    }

    private static String lines(List<LiveAlignment.Standing> matches) {
        return matches.stream()
                .map(pair -> pair.idOfA() + "=" + pair.idOfB() + " " + pair.decision() + " "
                        + Float.toHexString(pair.bits()) + " " + Float.toHexString(pair.probability()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
