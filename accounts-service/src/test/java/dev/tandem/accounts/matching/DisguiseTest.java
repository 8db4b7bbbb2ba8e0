package dev.tandem.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Names and domains in letters of several scripts that look alike.
class DisguiseTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final AccountRef REAL = new AccountRef(ACME, new CrmId("a"));
    private static final AccountRef FAKE = new AccountRef(GLOBEX, new CrmId("b"));
    /// With Cyrillic letters in place of o and a.
    private static final String NAME = "S\u043Elvejg Reederei";

    private static final String DOMAIN = "solvejg-reeder\u0435i.de";

    @Test
    void whatIsOfOneScriptIsNobodysDisguise() {
        assertThat(List.of("Solvejg Reederei", "Сбербанк", "三菱商事", "Volvo-Россия", "OAO Газпром", "Ελλάδα AE"))
                .noneMatch(Disguise::isName);
        assertThat(List.of("solvejg-reederei.de", "https://пример.рф", "xn--e1afmkfd.xn--p1ai", "müller.de"))
                .noneMatch(Disguise::isWebsite);
        assertThat(Disguise.isName(NAME)).isTrue();
        assertThat(List.of(DOMAIN, "https://" + DOMAIN + "/shop", java.net.IDN.toASCII(DOMAIN)))
                .allMatch(Disguise::isWebsite);
    }

    @Test
    void aDisguisedDomainIsNotComparedAndPeopleAreAsked() {
        var matching = of(row("b", "Solvejg Reederei", DOMAIN));

        assertThat(matching.groups()).isEmpty();
        assertThat(matching.doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.because())
                        .extracting(evidence -> evidence.because().code())
                        .contains("LOOKALIKE_LETTERS_IN_DOMAIN")
                        .doesNotContain("OTHER_DOMAIN", "SAME_DOMAIN"));
    }

    @Test
    void itIsAMatchOnceItIsNotDisguisedAnyMoreOrPeopleSaySo() {
        var matching = of(row("b", "Solvejg Reederei", DOMAIN));
        matching.rule(REAL, FAKE, Ruling.SAME);
        assertThat(matching.groups()).hasSize(1);
        matching.rule(REAL, FAKE, Ruling.NONE);
        assertThat(matching.groups()).isEmpty();

        matching.put(GLOBEX, row("b", "Solvejg Reederei", "solvejg-reederei.de"));
        assertThat(matching.groups()).hasSize(1);
        matching.put(GLOBEX, row("b", NAME, "solvejg-reederei.de"));
        assertThat(matching.groups()).isEmpty();
    }

    private static LiveMatching of(AccountRow fake) {
        var real = row("a", "Solvejg Reederei", "solvejg-reederei.de");
        return LiveMatching.of(List.of(ACME, GLOBEX), company -> List.of(company.equals(ACME) ? real : fake));
    }

    private static AccountRow row(String id, String name, String website) {
        return Rows.of(new CrmId(id), Map.of("name", name, "website", website, "city", "Kiel"));
    }
}
