package dev.tandem.samples;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import java.math.BigInteger;
import java.time.MonthDay;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/// What is typical of each company's CRM: its ids, its counting, its words.
///
/// @param place 0 for the first company, 1 for the second
/// @param sequenceBase what its sequences begin above
/// @param countsUsers whether changes of users have a sequence; else their time decides
record Crm(
        int place,
        CompanyId company,
        String displayName,
        Currency currency,
        MonthDay fiscalYearStart,
        String timeZone,
        IdForms forms,
        BigInteger sequenceBase,
        boolean countsUsers,
        Words words) {
    static final Crm ACME = new Crm(
            0,
            new CompanyId("acme"),
            "Acme",
            Currency.getInstance("USD"),
            MonthDay.of(1, 1),
            "America/New_York",
            new IdForms("A-%d", 100_001, "OPP-%d", 20_001, "U-%d"),
            BigInteger.ZERO,
            true,
            Words.load("acme"));

    /// Ids keep their leading zeros; sequences are larger than a double can tell apart.
    static final Crm GLOBEX = new Crm(
            1,
            new CompanyId("globex"),
            "Globex",
            Currency.getInstance("EUR"),
            MonthDay.of(7, 1),
            "Europe/Berlin",
            new IdForms("00%08d", 40_010_001, "GX-26-%05d", 1, "gx%d"),
            BigInteger.TWO.pow(53),
            false,
            Words.load("globex"));

    /// Ids from here on are of records that must never come in.
    static final int NEVER = 9_000_000;

    private static final int FIRST_USER = 1_001;

    record IdForms(String account, int firstAccount, String opportunity, int firstOpportunity, String user) {}

    boolean isAcme() {
        return place == 0;
    }

    CrmId account(int number) {
        return id(forms.account(), forms.firstAccount() + number);
    }

    CrmId opportunity(int number) {
        return id(forms.opportunity(), forms.firstOpportunity() + number);
    }

    CrmId user(int number) {
        return id(forms.user(), FIRST_USER + number);
    }

    BigInteger sequence(int revision) {
        return sequenceBase.add(BigInteger.valueOf(revision));
    }

    private static CrmId id(String form, int number) {
        return new CrmId(String.format(Locale.ROOT, form, number));
    }

    ObjectRef accountRef(int number) {
        return new ObjectRef(company, "account", account(number));
    }

    ObjectRef opportunityRef(int number) {
        return new ObjectRef(company, "opportunity", opportunity(number));
    }

    ObjectRef userRef(int number) {
        return new ObjectRef(company, "user", user(number));
    }

    List<List<String>> territories() {
        return words.rows("territories");
    }

    /// The first territory that names the country, or the country and region.
    String territory(Country country, Country.City city) {
        String region = country.code() + ":" + city.regionCode();
        return territories().stream()
                .filter(row -> covers(row.get(1), country.code(), region))
                .findFirst()
                .orElseThrow()
                .getFirst();
    }

    private static boolean covers(String places, String country, String region) {
        List<String> named = Spelling.words(places);
        return named.contains(country) || named.contains(region);
    }
}
