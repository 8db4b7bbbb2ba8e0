package dev.tandem.engine;

import dev.tandem.engine.Addressing.Member;
import dev.tandem.engine.SharedAlignment.Outbox;
import dev.tandem.engine.SharedAlignment.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which accounts there are, and which blocks have to know them as what.
final class SharedBooks {
    private final Addressing addressing;
    private final int blocks;
    private final Records records;
    private final Outbox outbox;
    private final Awaited awaited = new Awaited();
    private final Map<Party, Map<String, Member>> members = new EnumMap<>(Party.class);
    private final Map<Party, Aliases> aliases = new EnumMap<>(Party.class);

    SharedBooks(Statistics statistics, int blocks, Records records, Outbox outbox) {
        addressing = new Addressing(statistics, blocks);
        this.blocks = blocks;
        this.records = records;
        this.outbox = outbox;
        for (var party : Party.values()) {
            members.put(party, new HashMap<>());
            aliases.put(party, new Aliases());
        }
    }

    boolean has(Party party, String id) {
        return members(party).containsKey(id);
    }

    /// Which of them blocks have not answered for as they are now.
    Awaited awaited() {
        return awaited;
    }

    int size() {
        return members(Party.A).size() + members(Party.B).size();
    }

    List<Long> knownAs(Party party, AccountRow account) {
        var known = aliases(party);
        return known.isEmpty() ? List.of() : List.copyOf(known.of(nameKey(account.name())));
    }

    long nameKey(String name) {
        return addressing.nameKey(name);
    }

    void askAll() {
        for (var block = 0; block < blocks; block++) {
            outbox.ask(block);
        }
    }

    /// The account is there, and blocks may know.
    void expect(Party party, AccountRow account) {
        var entry = entry(party, account);
        members(party).put(account.id(), addressing.of(entry, account, entry.print()));
    }

    void put(Party party, AccountRow account) {
        var entry = entry(party, account);
        var was = members(party).get(account.id());
        var print = entry.print();
        if (was == null || was.print() != print) {
            var now = addressing.of(entry, account, print);
            members(party).put(account.id(), now);
            send(entry, now.blocks());
            leave(party, account.id(), was, now.blocks());
        }
    }

    void remove(Party party, String id) {
        leave(party, id, members(party).remove(id), 0);
    }

    private void leave(Party party, String id, @Nullable Member was, long stays) {
        send(BlockEntry.none(party, id), was == null ? 0 : was.blocks() & ~stays);
    }

    private void send(BlockEntry entry, long to) {
        awaited.told(entry.party(), entry.id(), to);
        for (var block = 0; block < blocks; block++) {
            if ((to >>> block & 1) == 1) {
                outbox.send(block, entry);
            }
        }
    }

    private BlockEntry entry(Party party, AccountRow account) {
        return new BlockEntry(party, account.id(), account, knownAs(party, account));
    }

    /// Changes by what other names accounts of a name are known, and tells the blocks of them.
    void alias(Party party, String name, Consumer<Aliases> change) {
        change.accept(aliases(party));
        var key = nameKey(name);
        var known = members(party).entrySet().stream()
                .filter(member -> member.getValue().name() == key)
                .map(Map.Entry::getKey)
                .toList();
        records.find(party, known).forEach(account -> put(party, account));
    }

    /// What a block should be told of the account has this print.
    long print(int block, Party party, String id) {
        var member = members(party).get(id);
        return member == null || (member.blocks() >>> block & 1) == 0 ? 0 : member.print();
    }

    /// The accounts that a block should know.
    Set<String> of(int block, Party party) {
        var ids = new TreeSet<String>();
        members(party).forEach((id, member) -> {
            if ((member.blocks() >>> block & 1) == 1) {
                ids.add(id);
            }
        });
        return ids;
    }

    /// Tells a block of accounts as they should be known there.
    void repeat(int block, Party party, Collection<String> ids) {
        var there = new ArrayList<String>();
        for (var id : ids) {
            if (print(block, party, id) == 0) {
                outbox.send(block, BlockEntry.none(party, id));
            } else {
                there.add(id);
            }
        }
        // Whoever has changed since is told everywhere as it is now.
        records.find(party, there).forEach(account -> {
            put(party, account);
            if (print(block, party, account.id()) != 0) {
                outbox.send(block, entry(party, account));
            }
        });
    }

    private Map<String, Member> members(Party party) {
        return Objects.requireNonNull(members.get(party));
    }

    private Aliases aliases(Party party) {
        return Objects.requireNonNull(aliases.get(party));
    }
}
