package dev.tandem.roster.mapping;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.roster.exchange.Effective;
import dev.tandem.roster.mapping.Counterparts.Sources;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// A joint account of acme and globex, covered by kim and pat.
@NullMarked
final class MappingFixture implements People {
    static final CompanyId ACME = new CompanyId("acme");
    static final CompanyId GLOBEX = new CompanyId("globex");
    static final RepId KIM = new RepId("kim");
    static final RepId PAT = new RepId("pat");
    static final RepId LEE = new RepId("lee");
    static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final Map<RepId, Known> known = new HashMap<>();
    private final Map<CompanyId, Effective> offered = new HashMap<>();
    private final Map<RepId, RepId> counterparts = new HashMap<>();
    private final Set<RepId> unready = new HashSet<>();

    MappingFixture() {
        known.put(KIM, known(ACME, KIM, null));
        known.put(PAT, known(GLOBEX, PAT, null));
        known.put(LEE, known(GLOBEX, LEE, null));
    }

    @Override
    public Optional<Known> find(CompanyId company, RepId rep) {
        return Optional.ofNullable(known.get(rep))
                .filter(found -> found.rep().company().equals(company));
    }

    MappingFixture offering(CompanyId company, Effective effective) {
        offered.put(company, effective);
        return this;
    }

    MappingFixture standingIn(RepId owner, RepId counterpart) {
        counterparts.put(owner, counterpart);
        return this;
    }

    StandIns standIns() {
        return new StandIns() {
            @Override
            public Optional<RepId> of(PartnershipId partnership, RepId owner, CompanyId at) {
                return Optional.ofNullable(counterparts.get(owner));
            }

            @Override
            public Set<RepId> owners(PartnershipId partnership, RepId standIn) {
                throw new UnsupportedOperationException("no mapping asks for it");
            }
        };
    }

    Offers offers() {
        return (_, company, _) -> Optional.ofNullable(offered.get(company));
    }

    Sources sources() {
        return new Sources(this, offers(), (rep, _) -> !unready.contains(rep));
    }

    MappingFixture notReady(RepId rep) {
        unready.add(rep);
        return this;
    }

    MappingFixture left(CompanyId company, RepId rep, Instant at) {
        known.put(rep, known(company, rep, at));
        return this;
    }

    private static Known known(CompanyId company, RepId rep, @Nullable Instant leftAt) {
        var status = leftAt == null ? Status.ACTIVE : Status.LEFT;
        var user = new CrmId("user-" + rep);
        var changed = new RepChanged(rep, company, user, "Name of " + rep, rep + "@x.example", null, null, status);
        var fields = Map.of("name", changed.name(), "email", rep + "@x.example");
        return new Known(company + "/" + user, changed, leftAt, fields);
    }

    static Mapping unaligned() {
        return Mapping.of(new JointAccountId("j1"), new PartnershipId("p1"));
    }

    static Mapping aligned() {
        return aligned(Population.CUSTOMERS);
    }

    static Mapping aligned(@Nullable Population population) {
        return unaligned().with(List.of(member(ACME, "A1", KIM, population), member(GLOBEX, "G1", PAT, population)));
    }

    static Member member(CompanyId company, String account, @Nullable RepId owner, @Nullable Population population) {
        return new Member(new AccountRef(company, new CrmId(account)), 1, owner, population);
    }

    static Agreement agreement(SharingPolicy sharing) {
        return new Agreement(
                1,
                Agreement.Status.IN_FORCE,
                ACME,
                MARCH,
                new Reason("START", "We begin."),
                sharing,
                new CreditingPolicy(List.of()),
                List.of(),
                MARCH,
                null);
    }

    /// Both show their customers row by row, with the owner where named.
    static SharingPolicy customers(CompanyId... showingOwner) {
        return new SharingPolicy(Stream.of(ACME, GLOBEX)
                .map(party -> rule(
                        party,
                        SharingLevel.OVERLAPPING_ACCOUNTS,
                        Arrays.asList(showingOwner).contains(party)))
                .toList());
    }

    static Rule rule(CompanyId party, SharingLevel level, boolean owner) {
        return new Rule(
                party,
                Population.CUSTOMERS,
                level,
                owner ? Set.of(SharedField.NAME, SharedField.OWNER) : Set.of(SharedField.NAME));
    }
}
