package dev.tandem.accounts.sharing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The partnerships and agreements as roster-service last said: read at each decision, so that what was withdrawn is
/// gone at once.
@Component
public class Partnerships {
    /// As many as one change can tell; a company takes part in no more.
    private static final int OF_COMPANY_MAX = 32;

    /// As many as are looked through at once.
    private static final int LOOKED_AT_MAX = 200;

    private final LocalCopy<PartnershipChanged> copy;

    Partnerships(LocalCopies copies) {
        copy = copies.copy(
                new CopySpec<>("partnerships", Topics.PARTNERSHIPS, PartnershipChanged.class, Partnerships::readers));
    }

    private static List<Tenant> readers(PartnershipChanged state) {
        return Stream.concat(state.parties().stream().map(Tenant::of), Stream.of(Tenant.of(state.partnership())))
                .toList();
    }

    void keep(Incoming<PartnershipChanged> event) {
        copy.accept(event);
    }

    /// The partnership, if the company is a party of it.
    public Optional<PartnershipChanged> find(CompanyId party, PartnershipId partnership) {
        return copy.find(Tenant.of(party), partnership.value()).map(Noted::of);
    }

    /// The partnership with a partner that is not on the platform, or was not, if the company represents it.
    public Optional<PartnershipChanged> represented(CompanyId by, PartnershipId partnership) {
        return copy.find(Tenant.of(by), partnership.value()).filter(found -> {
            var offline = found.offline();
            return offline != null && offline.by().equals(by);
        });
    }

    /// For the partnership's own work, which is done for all parties.
    public Optional<PartnershipChanged> find(PartnershipId partnership) {
        return copy.find(Tenant.of(partnership), partnership.value()).map(Noted::of);
    }

    /// Those that the company is invited to or in, for a while suspended ones included, which may go on before anybody
    /// has come to their pause; an agreement need not be in force. Partners that it represents come
    /// last, so that of many of them none takes the place of a real one.
    public List<PartnershipChanged> open(CompanyId party) {
        var some = copy.find(
                Tenant.of(party),
                where("state.status").in(Status.ACTIVE.name(), Status.SUSPENDED.name(), Status.INVITED.name()),
                LOOKED_AT_MAX);
        var open = some.size() < LOOKED_AT_MAX ? some : firstOfMany(party);
        return open.stream()
                .sorted(Comparator.comparingInt(Partnerships::rank))
                .limit(OF_COMPANY_MAX)
                .map(Noted::of)
                .toList();
    }

    private static int rank(PartnershipChanged partnership) {
        return partnership.status() != Status.INVITED ? 0 : partnership.offline() == null ? 1 : 2;
    }

    private List<PartnershipChanged> firstOfMany(CompanyId party) {
        var open = new ArrayList<PartnershipChanged>();
        add(open, party, in(Status.ACTIVE));
        add(open, party, in(Status.SUSPENDED));
        add(open, party, in(Status.INVITED).and("state.offline").is(null));
        add(open, party, in(Status.INVITED).and("state.offline").ne(null));
        return open;
    }

    private void add(List<PartnershipChanged> open, CompanyId party, Criteria criteria) {
        if (open.size() < OF_COMPANY_MAX) {
            open.addAll(copy.find(Tenant.of(party), criteria, OF_COMPANY_MAX - open.size()));
        }
    }

    private static Criteria in(Status status) {
        return where("state.status").is(status.name());
    }
}
