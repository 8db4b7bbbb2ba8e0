package dev.tandem.standalone.demo;

import dev.tandem.samples.SampleCompany;
import dev.tandem.samples.SampleEvent;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.standalone.demo.Receipts.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Both CRMs send what they have, and each record gets a receipt.
final class Loading {
    private static final List<String> TOLD_RULES = List.of("UNKNOWN_CURRENCY", "MALFORMED_AMOUNT");

    private final Stage stage;
    private final Function<SampleCompany, List<SampleEvent>> records;

    private Loading(Stage stage, Function<SampleCompany, List<SampleEvent>> records) {
        this.stage = stage;
        this.records = records;
    }

    /// @param records what each company is to have sent then, in order
    static Loading of(Stage stage, Function<SampleCompany, List<SampleEvent>> records) {
        return new Loading(stage, records);
    }

    static void play(Stage stage) {
        stage.narrator().act("Both CRMs send people, accounts and opportunities; each record gets a receipt");
        of(stage, SampleCompany::load).play();
    }

    private void play() {
        var after = complete();
        show(after);
        after.forEach(this::sayParked);
        after.keySet().forEach(this::sayMissing);
    }

    /// Sends what lacks a receipt, and waits until nothing does. What was sent before is known by its id.
    Map<SampleCompany, Receipts> complete() {
        receipts().forEach((company, before) -> {
            var all = records.apply(company);
            if (before.total() < all.size()) {
                stage.crm().send(before.total() < company.load().size() ? all : company.afterAgreement());
            }
        });
        return stage.patience().until("a receipt for each record that was sent", this::allReceived);
    }

    private Map<SampleCompany, Receipts> receipts() {
        var receipts = new LinkedHashMap<SampleCompany, Receipts>();
        stage.world()
                .companies()
                .forEach(company -> receipts.put(
                        company, Receipts.of(stage.crmOf(company.id().value()))));
        return receipts;
    }

    private Look<Map<SampleCompany, Receipts>> allReceived() {
        var receipts = receipts();
        var missing = receipts.entrySet().stream()
                .mapToInt(
                        of -> records.apply(of.getKey()).size() - of.getValue().total())
                .filter(each -> each > 0)
                .sum();
        return missing == 0 ? Look.seen(receipts) : Look.notYet(Narrator.count(missing, "record") + " without one");
    }

    private void show(Map<SampleCompany, Receipts> receipts) {
        var table = new Table("", "records", "applied", "unchanged", "superseded", "pending", "parked");
        receipts.forEach((company, of) -> table.row(
                company.name(),
                of.total(),
                of.count(Outcome.APPLIED),
                of.count(Outcome.UNCHANGED),
                of.count(Outcome.SUPERSEDED),
                of.count(Outcome.PENDING),
                of.count(Outcome.PARKED)));
        stage.narrator().table(table);
    }

    private void sayParked(SampleCompany company, Receipts receipts) {
        var broken = company.load().stream()
                .map(SampleEvent::kind)
                .filter(SampleEvent.Kind::parked)
                .count();
        StoryBroken.unless(
                receipts.count(Outcome.PARKED) >= broken,
                company.name() + " sent " + broken + " broken records, and " + receipts.count(Outcome.PARKED)
                        + " are parked");
        TOLD_RULES.stream()
                .flatMap(rule -> receipts.parked().stream()
                        .filter(parked -> parked.rule().equals(rule))
                        .limit(1))
                .skip(company.equals(stage.world().acme()) ? 0 : 1)
                .limit(1)
                .forEach(parked -> stage.narrator()
                        .say(
                                "parked",
                                "%s's %s, field %s, rule %s: %s"
                                        .formatted(
                                                company.name(),
                                                parked.key(),
                                                parked.field(),
                                                parked.rule(),
                                                parked.fix())));
    }

    private void sayMissing(SampleCompany company) {
        var use = stage.manager(company.id().value())
                .get("/accounts/data-use")
                .expect(200)
                .json();
        var missing = Showing.elements(use.path("missing")).stream()
                .filter(each -> each.path("field").asString("").equals("website"))
                .map(each -> each.path("sentence").asString(""))
                .collect(Collectors.joining());
        stage.narrator()
                .say(
                        "data use",
                        "%s reads of its own %s: %s"
                                .formatted(
                                        company.name(),
                                        Narrator.count(use.path("accounts").asLong(), "account"),
                                        missing));
    }
}
