package dev.tandem.samples;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.samples.Book.Entry;
import dev.tandem.samples.Opportunities.Deal;
import dev.tandem.samples.SampleEvent.Kind;
import dev.tandem.samples.Truth.Duplicate;
import dev.tandem.samples.Truth.GoldPair;
import dev.tandem.samples.Truth.TwinSale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes down what is true of two companies.
record TruthMaker(CompanyMaker acme, CompanyMaker globex) {

    Truth truth(List<SampleCompany> companies) {
        List<SampleEvent> load =
                companies.stream().flatMap(company -> company.load().stream()).toList();
        SortedMap<ObjectRef, ObjectState> afterLoad = States.of(load);
        return new Truth(
                goldPairs(),
                Stream.concat(duplicates(acme, Crm.ACME), duplicates(globex, Crm.GLOBEX))
                        .toList(),
                twinSales(),
                outcomes(),
                afterLoad,
                atEnd(load, afterLoad, companies),
                kinds(companies));
    }

    private List<GoldPair> goldPairs() {
        Map<Integer, List<Entry>> byCustomer = globex.book().entries().stream()
                .collect(Collectors.groupingBy(entry -> entry.organisation().index()));
        List<GoldPair> pairs = new ArrayList<>();
        for (Entry own : acme.book().entries()) {
            for (Entry other : byCustomer.getOrDefault(own.organisation().index(), List.of())) {
                pairs.add(new GoldPair(acme.book().id(own), globex.book().id(other), own.copy() + other.copy() > 0));
            }
        }
        pairs.sort(Comparator.comparing(GoldPair::acme).thenComparing(GoldPair::globex));
        return List.copyOf(pairs);
    }

    private static Stream<Duplicate> duplicates(CompanyMaker maker, Crm crm) {
        return maker.book().entries().stream()
                .filter(entry -> entry.copy() > 0)
                .map(entry -> new Duplicate(crm.company(), maker.book().id(entry), firstOf(maker.book(), crm, entry)))
                .sorted(Comparator.comparing(Duplicate::account));
    }

    private static CrmId firstOf(Book book, Crm crm, Entry copy) {
        return crm.account(book.number(copy.organisation().index()));
    }

    private List<TwinSale> twinSales() {
        List<TwinSale> twins = new ArrayList<>();
        for (Deal deal : globex.deals()) {
            ObjectRef partners = deal.twinOf();
            if (partners != null) {
                twins.add(new TwinSale(partners.id(), deal.ref().id()));
            }
        }
        return List.copyOf(twins);
    }

    private SortedMap<ObjectRef, Outcome> outcomes() {
        SortedMap<ObjectRef, Outcome> outcomes = new TreeMap<>();
        Stream.of(acme, globex)
                .flatMap(maker -> maker.deals().stream())
                .forEach(deal -> outcomes.put(deal.ref(), deal.outcome()));
        return Collections.unmodifiableSortedMap(outcomes);
    }

    private static SortedMap<ObjectRef, ObjectState> atEnd(
            List<SampleEvent> load, SortedMap<ObjectRef, ObjectState> afterLoad, List<SampleCompany> companies) {
        List<SampleEvent> later = companies.stream()
                .flatMap(company -> company.afterAgreement().stream())
                .toList();
        Set<ObjectRef> moved = later.stream().map(SampleEvent::ref).collect(Collectors.toSet());
        SortedMap<ObjectRef, ObjectState> states = new TreeMap<>(afterLoad);
        states.putAll(States.of(Stream.concat(load.stream(), later.stream())
                .filter(event -> moved.contains(event.ref()))
                .toList()));
        return Collections.unmodifiableSortedMap(states);
    }

    private static SortedMap<CompanyId, Map<Kind, Integer>> kinds(List<SampleCompany> companies) {
        SortedMap<CompanyId, Map<Kind, Integer>> kinds = new TreeMap<>();
        for (SampleCompany company : companies) {
            Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
            company.all().forEach(event -> counts.merge(event.kind(), 1, Integer::sum));
            kinds.put(company.id(), Collections.unmodifiableMap(counts));
        }
        return Collections.unmodifiableSortedMap(kinds);
    }
}
