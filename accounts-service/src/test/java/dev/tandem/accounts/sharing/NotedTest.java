package dev.tandem.accounts.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.sharing.Visibility.Own;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Offline;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A partner that one company represents shows that company what it entered, and is shown nothing.
class NotedTest {
    private static final CompanyId BY = new CompanyId("acme");
    private static final CompanyId PLACEHOLDER = new CompanyId("offline-1");

    @Test
    void whoBroughtItSeesEverythingAndNothingOfTheirsIsShownToAnybody() {
        var noted = Noted.of(offline(Status.INVITED));
        for (var population : Population.values()) {
            assertThat(Visibility.anyhow(noted.inForce(), own(PLACEHOLDER, population), BY))
                    .hasValueSatisfying(fields -> assertThat(fields).hasSize(SharedField.values().length));
            assertThat(Visibility.level(noted.inForce(), own(BY, population), PLACEHOLDER))
                    .isEqualTo(SharingLevel.HIDDEN);
            assertThat(Visibility.level(noted.inForce(), own(PLACEHOLDER, population), new CompanyId("globex")))
                    .isEqualTo(SharingLevel.HIDDEN);
            assertThat(Visibility.shownToAll(noted.inForce(), own(BY, population)))
                    .isFalse();
        }
    }

    @Test
    void whatIsClaimedAndWhatIsRealStayAsTheyAre() {
        for (var status : Status.values()) {
            if (status != Status.INVITED) {
                assertThat(Noted.of(offline(status))).isEqualTo(offline(status));
            }
        }
        var real = Alliance.of("acme", "globex").sharing(1, SharingLevel.COUNTS_ONLY);
        assertThat(Noted.of(real)).isSameAs(real);
        var invited = new PartnershipChanged(
                new PartnershipId("p"), "P", Status.INVITED, List.of(BY, new CompanyId("globex")), List.of());
        assertThat(Noted.of(invited).inForce()).isEmpty();
    }

    private static PartnershipChanged offline(Status status) {
        return new PartnershipChanged(
                new PartnershipId("p"),
                "P",
                status,
                List.of(BY, PLACEHOLDER),
                List.of(),
                new Offline(PLACEHOLDER, BY, null, null));
    }

    private static Own own(CompanyId company, Population population) {
        var texts = new TreeMap<String, String>();
        Stream.of(SharedField.values()).forEach(field -> texts.put(Visibility.nameOf(field), "x"));
        return new Own(company, population, texts);
    }
}
