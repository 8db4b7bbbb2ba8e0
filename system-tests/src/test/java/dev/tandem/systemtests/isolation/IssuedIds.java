package dev.tandem.systemtests.isolation;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.samples.Story;
import dev.tandem.standalone.client.Answer;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Booking;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.running.RunningPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// One id of each kind that was really issued to acme in its alliance with globex.
final class IssuedIds {
    /// Collections whose objects one company has for itself.
    private static final Set<String> PRIVATE = Set.of(
            "companies",
            "reps",
            "populations",
            "accounts",
            "opportunities",
            "imports",
            "rep-imports",
            "table-imports",
            "placeholders",
            "offline-partners",
            "accounts parked",
            "roster parked");

    /// No company's events ever come to credit, so none of them is parked there.
    private static final Set<String> NONE_EXISTS = Set.of("credit parked");

    /// An imported rep without a deal, so that no rate is missing where this one alone is paid.
    private static final String NEW_USER = "U-999001";

    private static final String CSV = "id,name\nA-999001,Imported for its id\n";

    private IssuedIds() {}

    static KnownIds ofAcme() {
        var samples = Samples.get();
        var joint = samples.joints()
                .of(Story.ACME_ACCOUNT.value(), Story.GLOBEX_ACCOUNT.value())
                .orElseThrow();
        Booking.both(samples.alliance(), joint);
        var deal = deal(samples);
        var ids = new TreeMap<>(Map.of(
                "companies", samples.alliance().first(),
                "partnerships", samples.alliance().partnership(),
                "revisions", "1",
                "reps", samples.rep("acme"),
                "accounts", Story.ACME_ACCOUNT.value(),
                "joint-accounts", joint,
                "deals", deal,
                "imports", imported()));
        ids.put("opportunities", Story.ACME_OPPORTUNITY.value());
        ids.put("read-models", "partnerships");
        ids.put("periods", "2026-01");
        ids.put("contributions", contribution(samples, deal));
        ids.put("activities", activity(samples));
        ids.put("decisions", decision(samples));
        ids.put("populations", population());
        ids.put("sharing-requests", sharingRequest(samples));
        ids.put("team-goals", goal(samples));
        ids.put("playbook", entry(samples));
        ids.put("engagements", engagement(samples, joint));
        ids.put("questions", question(samples));
        ids.put("reviews", review(samples));
        var placeholder = placeholder();
        ids.put("placeholders", placeholder);
        ids.put("offline-partners", noted(placeholder));
        ids.put("rep-imports", importedReps());
        ids.put("table-imports", importedEntries(samples));
        ids.put("accounts parked", parked("accounts"));
        ids.put("roster parked", parked("roster"));
        ids.put("expenses", expense(samples));
        var paid = imported(NEW_USER);
        ids.put("statements", paid);
        ids.put("plans", plan(paid));
        ids.put("parity", parity(samples));
        ids.put("disputes", dispute());
        ids.put("fiscal-closes", "2026-01");
        ids.put("credit parked", "crm.acme.in-0-0000000000000000001");
        return new KnownIds(ids);
    }

    static boolean arePrivate(Operation operation) {
        return operation.collections().stream().anyMatch(PRIVATE::contains);
    }

    static boolean exist(Operation operation) {
        return operation.collections().stream().noneMatch(NONE_EXISTS::contains);
    }

    private static String deal(Samples samples) {
        try (var crm = RunningPlatform.crm()) {
            crm.send(List.of(samples.world().story().won()));
        }
        var path = samples.alliance().in("credit") + "/deals/";
        return Samples.until("a deal that reached credit", () -> {
            var finance = api().as("acme", "finance");
            var deals = finance.all(samples.alliance().in("accounts") + "/deals").stream()
                    .map(deal -> deal.at("/deal").asString())
                    .filter(deal -> finance.get(path + deal).status() == 200)
                    .toList();
            return deals.isEmpty() ? Look.notYet("none") : Look.seen(deals.getFirst());
        });
    }

    private static String contribution(Samples samples, String deal) {
        var claim = """
                {"rep": "%s", "act": "PRESENTED", "on": "2026-01-02", "evidence": "meeting-1",
                 "reason": {"code": "MET", "sentence": "It was presented on site."}}""".formatted(samples.rep("acme"));
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json");
        var answer = api().as("acme", "alliance-manager")
                .send("POST", samples.alliance().in("credit") + "/deals/" + deal + "/contributions", headers, claim);
        return answer.expect(201).json().at("/contributions/0/id").asString();
    }

    private static String activity(Samples samples) {
        var report = """
                {"kind": "CALL", "start": "%s", "minutes": 30, "attended": [{"rep": "%s", "act": "ATTENDED"}],
                 "invited": ["globex"], "evidence": ["call-1"],
                 "reason": {"code": "MET", "sentence": "We spoke about next steps."}}""".formatted(Instant.now().minus(Duration.ofHours(2)), samples.rep("acme"));
        return posted(samples, "/activities", report, "/activity");
    }

    private static String decision(Samples samples) {
        var proposal = """
                {"subject": "Fair", "proposal": "A stand for both.", "deadline": "%s", "escalationDays": 5,
                 "byDefault": "REJECTED", "reason": {"code": "FAIR", "sentence": "It is in May."}}""".formatted(Instant.now().plus(Duration.ofDays(9)));
        return posted(samples, "/decisions", proposal, "/decision");
    }

    private static String goal(Samples samples) {
        var goal = """
                {"title": "North", "from": "2026-01", "through": "2026-03", "measures": [
                   {"id": "met", "what": "ACTIVITIES", "target": 10}, {"id": "won", "what": "DEALS_WON", "target": 2}],
                 "reason": {"code": "GROW", "sentence": "Together."}}""";
        return posted(samples, "/team-goals", goal, "/goal");
    }

    private static String entry(Samples samples) {
        var entry = """
                {"entry": {"kind": "ANSWER", "title": "Support", "text": "One number.", "audience": "EVERYBODY",
                   "reviewBy": "%s"}, "reason": {"code": "ASKED", "sentence": "Customers ask it."}}""".formatted(LocalDate.now(ZoneOffset.UTC).plusDays(90));
        return posted(samples, "/playbook", entry, "/id");
    }

    private static String question(Samples samples) {
        var question = "{\"topics\": [\"migration\"], \"text\": \"Who has moved 10 TB?\"}";
        return posted(samples, "/questions", question, "/question");
    }

    /// What acme makes in its partnership, and the id of that.
    private static String posted(Samples samples, String path, String body, String id) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json");
        var answer = api().as("acme", "alliance-manager")
                .send("POST", samples.alliance().in("roster") + path, headers, body);
        return answer.expect(201).json().at(id).asString();
    }

    private static String population() {
        var rule = """
                {"population": "isolated", "title": "For its id", "rule": "name is empty"}""";
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json");
        var answer = api().as("acme", "alliance-manager").send("POST", "/accounts/populations", headers, rule);
        return answer.expect(201).json().at("/population").asString();
    }

    private static String sharingRequest(Samples samples) {
        var more = """
                {"population": "CUSTOMERS", "level": "ALL_ACCOUNTS", "fields": ["PHONE"],
                 "reason": {"code": "CALL", "sentence": "We want to call them."}}""";
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json");
        var answer = api().as("acme", "alliance-manager")
                .send("POST", samples.alliance().in("accounts") + "/sharing-requests", headers, more);
        return answer.expect(201).json().at("/id").asString();
    }

    /// What acme spent and globex has to confirm.
    private static String expense(Samples samples) {
        var dinner = """
                {"paid": {"host": "globex", "category": "DINNER", "on": "%s", "heads": 4,
                          "amount": {"amount": "200.00", "currency": "USD"}, "evidence": "receipt 1"},
                 "submit": true, "reason": {"code": "DINNER", "sentence": "With the customer."}}""".formatted(LocalDate.now(ZoneOffset.UTC));
        return sent("finance", samples.alliance().in("credit") + "/expenses", dinner)
                .expect(201)
                .json()
                .at("/id")
                .asString();
    }

    /// The draw of a month, posted, of which the rep says that it should be more.
    private static String dispute() {
        sent("finance", "/credit/companies/acme/earning-runs", "{\"through\": \"2026-01\"}")
                .expect(200);
        var more = """
                {"seq": 1, "rule": "draw", "claimed": {"amount": "150.00", "currency": "USD"},
                 "reason": {"code": "MORE", "sentence": "It was to be more."}}""";
        var rep = api().as("acme", "rep", NEW_USER);
        return Samples.until("a rep of whom credit knows", () -> {
            var answer = rep.send("POST", "/credit/me/disputes", json(), more);
            return answer.status() == 201 ? Look.seen(answer.json().at("/id").asString()) : Look.notYet(answer.body());
        });
    }

    private static String imported(String user) {
        return Samples.until(
                "the rep " + user,
                () -> api().as("acme", "admin").all("/roster/reps").stream()
                        .filter(rep -> rep.at("/crmUser").asString("").equals(user))
                        .findFirst()
                        .map(rep -> Look.seen(rep.at("/rep").asString()))
                        .orElseGet(() -> Look.notYet("not there")));
    }

    private static Map<String, String> json() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json");
    }

    /// A plan that one person proposed and a second approved.
    private static String plan(String rep) {
        var plan = """
                {"name": "isolated", "effectiveFrom": "2026-01", "currency": "USD",
                 "calendar": {"@type": "Months", "startMonth": 1},
                 "measures": [{"id": "revenue", "creditType": "REVENUE", "window": "YEAR"}],
                 "incentives": [{"@type": "Flat", "id": "commission", "measure": "revenue", "rate": "5%%"}],
                 "draw": {"perPeriod": {"amount": "100.00", "currency": "USD"}, "recoverable": false},
                 "holdPeriods": 0,
                 "members": [{"rep": "%s", "quota": {"amount": "1000.00", "currency": "USD"}}]}""".formatted(rep);
        var path = "/credit/companies/acme/plans";
        var id = sent("finance", path, plan).expect(201).json().at("/id").asString();
        sent("admin", path + "/" + id + "/approval", "{\"reason\": {\"code\": \"READ\", \"sentence\": \"Read it.\"}}")
                .expect(200);
        return id;
    }

    /// What acme asked globex to compare with its plan.
    private static String parity(Samples samples) {
        var asked = """
                {"with": "globex", "plan": "isolated",
                 "terms": {"from": "2026-01", "through": "2026-03", "currency": "USD", "rates": []},
                 "reason": {"code": "FAIR", "sentence": "Is it fair?"}}""";
        return sent("finance", samples.alliance().in("credit") + "/parity", asked)
                .expect(201)
                .json()
                .at("/id")
                .asString();
    }

    private static Answer sent(String role, String path, String body) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json");
        return api().as("acme", role).send("POST", path, headers, body);
    }

    private static String imported() {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "text/csv");
        var answer = api().as("acme", "admin").send("POST", "/accounts/imports", headers, CSV);
        return answer.expect(202).json().at("/id").asString();
    }

    private static String review(Samples samples) {
        return Samples.until("a pair that alignment doubts", () -> {
            var reviews =
                    api().as("acme", "alliance-manager").all(samples.alliance().in("accounts") + "/reviews");
            return reviews.isEmpty()
                    ? Look.notYet("none")
                    : Look.seen(reviews.getFirst().at("/review").asString());
        });
    }

    private static String placeholder() {
        var body = """
                {"name": "Sirius Cybernetics", "reason": {"code": "GROWTH", "sentence": "They will join in summer."}}""";
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json");
        var answer = api().as("acme", "alliance-manager").send("POST", "/roster/placeholders", headers, body);
        return answer.expect(201).json().at("/placeholder").asString();
    }

    /// The placeholder's partnership, once accounts-service knows it.
    private static String noted(String placeholder) {
        var manager = api().as("acme", "alliance-manager");
        var partnership = manager.get("/roster/placeholders/" + placeholder)
                .json()
                .at("/partnership")
                .asString();
        return Samples.until(
                "a placeholder that accounts knows",
                () -> manager.get("/accounts/offline-partners/" + partnership).status() == 200
                        ? Look.seen(partnership)
                        : Look.notYet("unknown"));
    }

    private static String importedReps() {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "text/csv");
        var answer = api().as("acme", "admin")
                .send("POST", "/roster/rep-imports", headers, "crmUser,name\n" + NEW_USER + ",Imported for its id\n");
        return answer.expect(202).json().at("/id").asString();
    }

    private static String engagement(Samples samples, String joint) {
        var record = """
                {"jointAccount": "%s", "stage": "EXPLORING",
                 "reason": {"code": "TENDER", "sentence": "They ask for both products."}}""".formatted(joint);
        var counterparts = samples.alliance().in("roster") + "/counterparts?jointAccount=" + joint;
        Samples.until("roster to know the joint account", () -> {
            var known = api().as("acme", "alliance-manager").get(counterparts).expect(200);
            var rows = known.json().at("/items").size();
            return rows > 0 ? Look.seen(rows) : Look.notYet(rows);
        });
        return posted(samples, "/engagements", record, "/engagement");
    }

    private static String importedEntries(Samples samples) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "text/csv");
        var file = "entry,kind,title,text,audience,reviewBy,because\nE-1,ANSWER,Who?,Both.,EVERYBODY,%s,Asked.\n"
                .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(90));
        var answer = api().as("acme", "alliance-manager")
                .send("POST", samples.alliance().in("roster") + "/playbook-imports", headers, file);
        return answer.expect(202).json().at("/id").asString();
    }

    private static String parked(String service) {
        return Samples.until("a parked event in " + service, () -> {
            var parked = api().as("acme", "crm").all("/" + service + "/parked");
            return parked.isEmpty()
                    ? Look.notYet("none")
                    : Look.seen(parked.getFirst().at("/id").asString());
        });
    }
}
