package dev.tandem.accounts.overlap;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.OwnRecords;
import dev.tandem.accounts.overlap.Preview.Crossing;
import dev.tandem.accounts.overlap.Preview.CustomSegment;
import dev.tandem.accounts.overlap.Preview.Received;
import dev.tandem.accounts.overlap.Preview.Segment;
import dev.tandem.accounts.overlap.Preview.When;
import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Works out what a revision would come to.
@Component
class Previews {
    private static final int BATCH = 200;

    private final Book book;
    private final OwnRecords records;
    private final OwnPopulations populations;

    Previews(Book book, OwnRecords records, OwnPopulations populations) {
        this.book = book;
        this.records = records;
        this.populations = populations;
    }

    /// Who asks about which revision.
    record Asked(CompanyId company, PartnershipChanged partnership, Agreement agreement) {
        List<CompanyId> others() {
            return partnership.parties().stream()
                    .filter(party -> !party.equals(company))
                    .toList();
        }
    }

    Preview of(Asked asked, Paging paging) {
        return new Preview(
                asked.agreement().number(),
                asked.agreement().status(),
                segments(asked),
                custom(asked),
                asked.others().stream().flatMap(party -> received(asked, party)).toList(),
                accounts(asked, paging));
    }

    private List<Segment> segments(Asked asked) {
        var several = asked.others().size() > 1;
        return asked.others().stream()
                .flatMap(to -> Stream.of(Population.values()).map(population -> {
                    var placement = new Placement(asked.company(), population);
                    return new Segment(
                            population,
                            several ? to : null,
                            asked.agreement().sharing().levelFor(to, placement),
                            names(asked.agreement().sharing().fieldsFor(to, placement)),
                            book.count(asked.company(), population));
                }))
                .toList();
    }

    private List<CustomSegment> custom(Asked asked) {
        var defined = populations.now(asked.company()).names();
        return rules(asked.agreement(), asked.company())
                .map(rule -> new CustomSegment(
                        rule.population(),
                        defined.contains(rule.population()),
                        rule.to(),
                        rule.level(),
                        names(rule),
                        defined.contains(rule.population())
                                ? book.count(asked.company(), rule.population())
                                : book.count(asked.company())))
                .toList();
    }

    private static Stream<Received> received(Asked asked, CompanyId from) {
        var sharing = asked.agreement().sharing();
        var builtIn = Stream.of(Population.values()).map(population -> {
            var placement = new Placement(from, population);
            return new Received(
                    from,
                    population.name(),
                    sharing.levelFor(asked.company(), placement),
                    names(sharing.fieldsFor(asked.company(), placement)));
        });
        var custom = rules(asked.agreement(), from)
                .filter(rule -> rule.to() == null || rule.to().equals(asked.company()))
                .map(rule -> new Received(from, rule.population().value(), rule.level(), names(rule)));
        return Stream.concat(builtIn, custom);
    }

    private static Stream<CustomRule> rules(Agreement agreement, CompanyId party) {
        return agreement.sharing().customRules().stream()
                .filter(rule -> rule.party().equals(party));
    }

    private static List<String> names(CustomRule rule) {
        return rule.level().showsOverlappingRows() ? names(rule.fields()) : List.of();
    }

    private static List<String> names(Collection<SharedField> fields) {
        return fields.stream().map(Visibility::nameOf).sorted().toList();
    }

    private Page<Crossing> accounts(Asked asked, Paging paging) {
        var crossing = new ArrayList<Crossing>();
        var after = paging.after().map(CrmId::new);
        var more = true;
        while (more && crossing.size() < paging.fetch()) {
            var batch = book.page(asked.company(), shown(asked), after, BATCH);
            batch.stream()
                    .map(each -> each.state())
                    .forEach(account -> crossing(asked, account).ifPresent(crossing::add));
            more = batch.size() == BATCH;
            after = more ? Optional.of(batch.getLast().state().ref().account()) : after;
        }
        return paging.page(
                crossing.subList(0, Math.min(crossing.size(), paging.fetch())),
                each -> each.account().value());
    }

    private static List<Population> shown(Asked asked) {
        return Stream.of(Population.values())
                .filter(population -> asked.others().stream()
                        .anyMatch(to -> asked.agreement()
                                .sharing()
                                .levelFor(to, new Placement(asked.company(), population))
                                .showsOverlappingRows()))
                .toList();
    }

    private Optional<Crossing> crossing(Asked asked, Account account) {
        var seen = Visibility.byAny(Optional.of(asked.agreement()), records.of(account), asked.others());
        return seen.level().showsOverlappingRows()
                ? Optional.of(new Crossing(
                        account.ref().account(),
                        account.population(),
                        seen.level() == SharingLevel.ALL_ACCOUNTS ? When.ALWAYS : When.IF_THE_PARTNER_HAS_IT,
                        seen.fields()))
                : Optional.empty();
    }
}
