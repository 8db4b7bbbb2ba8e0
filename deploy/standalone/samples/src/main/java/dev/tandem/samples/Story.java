package dev.tandem.samples;

import dev.tandem.contracts.CrmId;
import dev.tandem.samples.SampleEvent.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The hand-shaped part of every world, for telling: one joint account with reps on both sides, and one opportunity
/// of Acme's on it that is won, amended, and partly refunded in a later month. The events are also among Acme's
/// `afterAgreement`.
///
/// @param won 100,000.01 USD, nine days after the agreement
/// @param amended to 112,345.67 USD, in the same month where the agreement is of its first week
/// @param refunded 12,345.68 USD of it, so that 99,999.99 USD remain
public record Story(SampleEvent won, SampleEvent amended, SampleEvent refunded) {
    public static final CrmId ACME_ACCOUNT = Crm.ACME.account(0);
    public static final CrmId GLOBEX_ACCOUNT = Crm.GLOBEX.account(0);
    public static final CrmId ACME_OPPORTUNITY = Crm.ACME.opportunity(0);
    public static final CrmId ACME_MANAGER = Crm.ACME.user(0);
    public static final CrmId ACME_REP = Crm.ACME.user(1);
    public static final CrmId ACME_SPECIALIST = Crm.ACME.user(2);
    public static final CrmId GLOBEX_MANAGER = Crm.GLOBEX.user(0);
    public static final CrmId GLOBEX_REP = Crm.GLOBEX.user(1);
    public static final CrmId GLOBEX_SPECIALIST = Crm.GLOBEX.user(2);

    public static final String WON_AMOUNT = "100000.01";
    public static final String AMENDED_AMOUNT = "112345.67";
    public static final String REFUNDED_AMOUNT = "12345.68";

    static final int WON_DAY = 9;
    static final int AMENDED_DAY = 23;
    static final int REFUNDED_DAY = 52;

    public List<SampleEvent> steps() {
        return List.of(won, amended, refunded);
    }

    static Story of(SampleCompany acme) {
        List<SampleEvent> told = acme.afterAgreement().stream()
                .filter(event -> event.objectId().equals(ACME_OPPORTUNITY) && event.kind() == Kind.REGULAR)
                .toList();
        return new Story(told.get(0), told.get(1), told.get(2));
    }

    static Organisation organisation(Atlas atlas) {
        Country germany = atlas.country("DE");
        return new Organisation(
                0,
                germany,
                germany.cities().getFirst(),
                "Möhlenbrook & Söhne Antriebstechnik",
                List.of("GmbH", "Gesellschaft mit beschränkter Haftung"),
                "MACHINERY",
                "moehlenbrook.de",
                "Am Mühlenbach 27",
                "23552",
                "4512846310",
                "DE HRB 18427",
                null,
                -1);
    }

    /// As each of the two has it on file: told apart by every field, and still the same customer.
    static Map<String, @Nullable String> account(Crm crm) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        crm.words().rows("flagship").forEach(row -> fields.put(row.get(0), row.get(1)));
        fields.put("ownerUser", crm.user(1).value());
        return fields;
    }

    static List<Person> people(Crm crm) {
        return crm.isAcme()
                ? List.of(
                        new Person(0, "Marcus", "Oyelaran", Person.MANAGER, "DACH", 3, "en"),
                        new Person(1, "Dana", "Whitfield", Person.REP, "DACH", 0, "en,de"),
                        new Person(2, "Priya", "Raman", Person.SPECIALIST, "DACH", 0, "en,hi"))
                : List.of(
                        new Person(0, "Katrin", "Vogt", Person.MANAGER, "DACH Nord", 3, "de,en"),
                        new Person(1, "Jonas", "Petersen", Person.REP, "DACH Nord", 0, "de,en,da"),
                        new Person(2, "Emre", "Kaya", Person.SPECIALIST, "DACH Nord", 0, "de,tr,en"));
    }
}
