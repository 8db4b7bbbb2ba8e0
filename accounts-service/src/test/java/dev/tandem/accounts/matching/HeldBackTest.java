package dev.tandem.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a company holds back moves nothing of what others see, and is matched with what it sees of theirs all the same.
class HeldBackTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final CompanyId INITECH = new CompanyId("initech");

    private final Map<CompanyId, NavigableMap<CrmId, AccountRow>> books = new HashMap<>();
    private final Map<AccountRef, Openness> openness = new HashMap<>();

    @Test
    void aBetterAccountThatIsHeldBackDoesNotTakeThePlaceOfOneThatIsShown() {
        given(ACME, "1", Openness.SHOWN, Map.of("name", "Nordwind", "postcode", "10115"));
        given(GLOBEX, "2", Openness.SHOWN, Map.of("name", "Nordwind"));
        given(GLOBEX, "3", Openness.HELD_BACK, Map.of("name", "Nordwind", "postcode", "10115"));

        assertThat(members(matching())).containsExactly("acme/1 globex/2");
    }

    @Test
    void anEquallyGoodAccountThatIsHeldBackLeavesNoDoubt() {
        given(ACME, "1", Openness.SHOWN, Map.of("name", "Nordwind"));
        given(GLOBEX, "2", Openness.SHOWN, Map.of("name", "Nordwind", "postcode", "24103"));
        given(GLOBEX, "3", Openness.HELD_BACK, Map.of("name", "Nordwind", "postcode", "10115"));

        assertThat(members(matching())).containsExactly("acme/1 globex/2");
        assertThat(matching().doubts()).isEmpty();
    }

    @Test
    void whoHoldsBackIsMatchedWithWhatTheOtherShowsAndIsThereAgainOnceItIsShown() {
        given(ACME, "1", Openness.SHOWN, Map.of("name", "Nordwind", "postcode", "10115"));
        given(GLOBEX, "2", Openness.HELD_BACK, Map.of("name", "Nordwind"));
        var live = matching();
        assertThat(members(live)).containsExactly("acme/1 globex/2");

        given(GLOBEX, "3", Openness.SHOWN, Map.of("name", "Nordwind GmbH"));
        live.put(GLOBEX, row(GLOBEX, "3"));
        assertThat(members(live)).containsExactly("acme/1 globex/3");
        given(GLOBEX, "3", Openness.HELD_BACK, Map.of("name", "Sturm"));
        live.put(GLOBEX, row(GLOBEX, "3"));
        assertThat(members(live)).containsExactly("acme/1 globex/2");
    }

    @Test
    void oneThatIsHeldBackBringsNoTwoTogether() {
        given(ACME, "1", Openness.SHOWN, Map.of("name", "Nordwind", "registrationId", "DE HRB 1"));
        given(GLOBEX, "2", Openness.HELD_BACK, Map.of("name", "Nordwind", "website", "sturm.org"));
        given(INITECH, "3", Openness.SHOWN, Map.of("name", "Sturm", "website", "sturm.org"));

        assertThat(members(matching()))
                .singleElement()
                .asString()
                .contains("globex/2")
                .doesNotContain("acme/1 globex/2 initech/3");
    }

    /// Both ways of becoming so are the same: by events, and all at once.
    @Test
    void whatIsShownIsAFunctionOfWhatIsShownAlone() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var parties = round % 2 == 0 ? List.of(ACME, GLOBEX) : List.of(ACME, GLOBEX, INITECH);
            var live = changed(parties, random);
            var whole = matching(parties, _ -> true);
            assertThat(live.groups()).as("seed %d", seed).isEqualTo(whole.groups());
            var alone = matching(parties, this::isShown);
            assertThat(shownOf(whole)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(alone.groups());
            assertThat(live.doubts().stream().filter(this::isShown).toList())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(alone.doubts());
        }
    }

    /// Of two, each reads its own accounts with those that the other shows, whatever the other has besides.
    @Test
    void whatOneOfTwoReadsIsAFunctionOfItsOwnAccountsAndOfThoseItIsShown() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var parties = List.of(ACME, GLOBEX);
            changed(parties, random);
            for (var reader : parties) {
                Predicate<AccountRef> read = account -> account.company().equals(reader) || isShown(account);
                var whole = matching(parties, _ -> true).groups().stream()
                        .filter(group -> group.members().stream().allMatch(read))
                        .map(group -> group.members() + " " + group.because())
                        .toList();
                var alone = matching(parties, read).groups().stream()
                        .map(group -> group.members() + " " + group.because())
                        .toList();
                assertThat(whole).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(alone);
            }
        }
    }

    @Test
    void everyGroupThatChangesIsTold() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            books.clear();
            openness.clear();
            var live = matching();
            Map<AccountRef, Group> known = new HashMap<>();
            for (int change = 0; change < 40; change++) {
                change(live, List.of(ACME, GLOBEX), random);
                var changed = live.takeChanges();
                known.values().removeIf(group -> group.members().stream().anyMatch(changed::contains));
                live.groups(changed).forEach(group -> {
                    known.values().removeIf(was -> was.members().stream().anyMatch(group.members()::contains));
                    known.put(group.members().getFirst(), group);
                });
            }
            assertThat(known.values()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(live.groups());
        }
    }

    /// With more than two, what speaks for a group is said of those that are shown only.
    private List<Group> shownOf(LiveMatching matching) {
        return matching.groups().stream()
                .map(group -> new Group(
                        group.members().stream().filter(this::isShown).toList(),
                        group.duplicates().stream().filter(this::isShown).toList(),
                        group.because()))
                .filter(group -> group.members().size() > 1)
                .toList();
    }

    private boolean isShown(LiveMatching.Doubt doubt) {
        return isShown(doubt.one()) && isShown(doubt.other());
    }

    private boolean isShown(AccountRef account) {
        return openness.get(account) == Openness.SHOWN;
    }

    private LiveMatching changed(List<CompanyId> parties, Random random) {
        books.clear();
        openness.clear();
        var live = matching(parties, _ -> true);
        for (int change = 0; change < 40; change++) {
            change(live, parties, random);
        }
        return live;
    }

    private void change(LiveMatching live, List<CompanyId> parties, Random random) {
        var company = parties.get(random.nextInt(parties.size()));
        var ref = new AccountRef(company, new CrmId("a" + random.nextInt(8)));
        if (random.nextInt(4) == 0) {
            book(company).remove(ref.account());
            live.remove(ref);
        } else {
            var held = random.nextInt(3) == 0 ? Openness.HELD_BACK : Openness.SHOWN;
            given(company, ref.account().value(), held, RandomAccounts.fields(random));
            live.put(company, row(company, ref.account().value()));
        }
    }

    private void given(CompanyId company, String id, Openness open, Map<String, String> texts) {
        openness.put(new AccountRef(company, new CrmId(id)), open);
        book(company).put(new CrmId(id), Rows.of(new CrmId(id), texts));
    }

    private AccountRow row(CompanyId company, String id) {
        return Objects.requireNonNull(book(company).get(new CrmId(id)));
    }

    private NavigableMap<CrmId, AccountRow> book(CompanyId company) {
        return books.computeIfAbsent(company, _ -> new TreeMap<>());
    }

    private LiveMatching matching() {
        return matching(List.of(ACME, GLOBEX, INITECH), _ -> true);
    }

    private LiveMatching matching(List<CompanyId> parties, Predicate<AccountRef> taken) {
        return LiveMatching.of(
                parties,
                party -> book(party).values().stream()
                        .filter(row -> taken.test(new AccountRef(party, new CrmId(row.id()))))
                        .toList(),
                Pairing.HERE,
                account -> Objects.requireNonNull(openness.get(account)));
    }

    private static Set<String> members(LiveMatching matching) {
        return matching.groups().stream()
                .map(group -> String.join(
                        " ", group.members().stream().map(AccountRef::toString).toList()))
                .collect(Collectors.toSet());
    }
}
