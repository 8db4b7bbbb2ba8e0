package dev.tandem.samples;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.samples.SampleEvent.Kind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What a platform that does everything right must come to.
///
/// @param goldPairs which accounts are the same customer, sorted; no account of them is deleted or late
/// @param duplicates accounts of one company that are the same customer, sorted
/// @param twinSales opportunities of the two companies that are one and the same sale
/// @param outcomes what becomes of each opportunity
/// @param afterLoad each object after people, accounts and opportunities of both companies
/// @param atEnd the same after `afterAgreement` too
/// @param kinds how many events of each kind a company sends
public record Truth(
        List<GoldPair> goldPairs,
        List<Duplicate> duplicates,
        List<TwinSale> twinSales,
        SortedMap<ObjectRef, Outcome> outcomes,
        SortedMap<ObjectRef, ObjectState> afterLoad,
        SortedMap<ObjectRef, ObjectState> atEnd,
        SortedMap<CompanyId, Map<Kind, Integer>> kinds) {

    /// @param secondary whether one of the two is the later of two accounts that its book has of the customer
    public record GoldPair(CrmId acme, CrmId globex, boolean secondary) {}

    /// @param account the later one
    /// @param of the first one
    public record Duplicate(CompanyId company, CrmId account, CrmId of) {}

    public record TwinSale(CrmId acme, CrmId globex) {}

    /// One pair a joint customer.
    public List<GoldPair> primaryPairs() {
        return goldPairs.stream().filter(pair -> !pair.secondary()).toList();
    }
}
