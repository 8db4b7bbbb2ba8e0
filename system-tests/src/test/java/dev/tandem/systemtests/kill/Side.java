package dev.tandem.systemtests.kill;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.samples.SampleEvent;
import dev.tandem.samples.SampleEvent.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// One company's CRM as the load writes it: its events, each with an id of its own, and its objects' first states.
final class Side {
    static final int CUSTOMERS = 12;
    static final int USERS = 3;
    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

    private final String company;
    private long sequence;

    Side(String company) {
        this.company = company;
    }

    String company() {
        return company;
    }

    String account(int customer) {
        return company + "-account-" + customer;
    }

    String user(int customer) {
        return company + "-user-" + customer % USERS;
    }

    SampleEvent person(int user) {
        return event("user", user(user), Map.of("name", "Person " + user + " of " + company, "active", "true"));
    }

    /// Both sides have the same customers; street and phone are not shown by the agreement.
    SampleEvent customer(int customer) {
        return event(
                "account",
                account(customer),
                Map.of(
                        "name",
                        "Kontor " + (char) ('A' + customer) + "land GmbH",
                        "website",
                        "kontor" + (char) ('a' + customer) + "land.example",
                        "registrationId",
                        "DE HRB 77" + (100 + customer),
                        "country",
                        "DE",
                        "type",
                        "Customer",
                        "city",
                        "Kiel",
                        "street",
                        Canaries.of(company) + " " + customer,
                        "ownerUser",
                        user(customer)));
    }

    SampleEvent moved(int customer, String city) {
        return event("account", account(customer), Map.of("city", city, "phone", "+49 431 " + (sequence % 900_000)));
    }

    SampleEvent sale(int customer, String amount, String refunded) {
        return event(
                "opportunity",
                company + "-sale-" + customer,
                Map.of(
                        "name",
                        Canaries.of(company) + " sale " + customer,
                        "accountId",
                        account(customer),
                        "stage",
                        "Won",
                        "amount",
                        amount,
                        "refundedAmount",
                        refunded,
                        "currency",
                        "USD",
                        "closeDate",
                        "2026-03-15",
                        "ownerUser",
                        user(customer)));
    }

    /// Of an object of its own, so that nothing else waits behind it.
    SampleEvent poison() {
        var fields = Map.of(
                "name", "poison", "stage", "Won", "amount", "1.00", "currency", "XQX", "closeDate", "2026-03-15");
        return event("opportunity", company + "-poison-" + sequence, fields);
    }

    private synchronized SampleEvent event(String type, String id, Map<String, String> fields) {
        sequence++;
        var change =
                new CrmChange(type, new CrmId(id), BigInteger.valueOf(sequence), Change.FIELDS, new TreeMap<>(fields));
        var eventId = company + "-event-" + sequence;
        var time = BEGIN.plusSeconds(sequence);
        return new SampleEvent(new CompanyId(company), type, new CrmId(id), eventId, time, change, null, Kind.REGULAR);
    }
}
