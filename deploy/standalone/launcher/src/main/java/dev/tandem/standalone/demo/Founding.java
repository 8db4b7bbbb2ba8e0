package dev.tandem.standalone.demo;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.standalone.client.Patience.Look;
import java.util.List;
import java.util.stream.Collectors;

/// The operator registers the companies, and each gets its topics.
final class Founding {
    /// @param year the month in which its year begins
    private record Company(String id, String name, String currency, String zone, int month, String year) {
        String registration() {
            return """
                    {"id":"%s","name":"%s","baseCurrency":"%s","timeZone":"%s","fiscalYearStartMonth":%d}""".formatted(id, name, currency, zone, month);
        }
    }

    private static final List<Company> COMPANIES = List.of(
            new Company(Stage.ACME, "Acme Inc.", "USD", "America/New_York", 1, "year from January"),
            new Company(Stage.GLOBEX, "Globex GmbH", "EUR", "Europe/Berlin", 7, "year from July"),
            new Company(Outsider.INITECH, "Initech Ltd.", "GBP", "Europe/London", 4, "no partner of the two"));

    private final Stage stage;

    private Founding(Stage stage) {
        this.stage = stage;
    }

    static void play(Stage stage) {
        stage.narrator().act("The operator registers three companies");
        COMPANIES.forEach(new Founding(stage)::found);
        stage.narrator().say("topics", "crm.<company>.in and .people.in take records, crm.<company>.out gives answers");
    }

    private void found(Company company) {
        register(company);
        var topics =
                Topics.of(new CompanyId(company.id())).stream().map(Topic::name).collect(Collectors.toSet());
        stage.patience().until("the topics of " + company.id(), () -> {
            var present = stage.crm().topics();
            return present.containsAll(topics) ? Look.seen(topics) : Look.notYet(present);
        });
        stage.narrator()
                .say(
                        company.id(),
                        "%s, %s, %s: active, its topics exist"
                                .formatted(company.name(), company.currency(), company.year()));
    }

    private void register(Company company) {
        var operator = stage.api().operator();
        stage.patience().until("company " + company.id() + " to be active", () -> {
            operator.post("/roster/companies", Stage.key("company-" + company.id()), company.registration())
                    .expect(201, 409);
            var status = operator.get("/roster/companies/" + company.id())
                    .expect(200)
                    .json()
                    .path("status")
                    .asString("");
            return status.equals("ACTIVE") ? Look.seen(status) : Look.notYet(status);
        });
    }
}
