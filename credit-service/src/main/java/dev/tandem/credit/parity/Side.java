package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.Exact;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rates;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/// One company in a comparison: a plan of it, its own rates, and those of its people whom the plan
/// pays and who have credit.
///
/// @param people with a quota above zero; in the order of their ids
record Side(CompanyId company, Plan plan, Rates own, List<Person> people) {

    /// @param quota for one window, in the plan's currency
    record Person(RepId rep, Money quota, List<Credit> credits) {
        Person {
            credits = List.copyOf(credits);
        }
    }

    /// Revenue credit of one deal.
    record Credit(LocalDate date, Money amount) {}

    Side {
        people = List.copyOf(people);
    }

    /// The average quota, in minor units of the plan's currency.
    Exact goal() {
        var sum = people.stream().map(person -> person.quota().amountMinor()).reduce(BigInteger.ZERO, BigInteger::add);
        return new Exact(sum, BigInteger.valueOf(people.size()));
    }
}
