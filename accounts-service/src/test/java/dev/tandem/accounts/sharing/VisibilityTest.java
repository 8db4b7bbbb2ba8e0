package dev.tandem.accounts.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Alliance;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTest {
    private static final Alliance ALLIANCE = Alliance.of("acme", "globex");
    private static final CompanyId READER = ALLIANCE.other();
    private static final Visibility.Own OWN = new Visibility.Own(
            ALLIANCE.one(),
            Population.PROSPECTS,
            Map.of("name", "Nordwind", "phone", "1234567", "type", "Prospect", "owner", "Ada"));

    @Test
    void showsNothingWithoutAnAgreementInForce() {
        assertThat(Visibility.overlapping(ALLIANCE.withoutAgreement().inForce(), OWN, READER))
                .isEmpty();
    }

    @Test
    void showsNothingOnceThePartnershipIsCancelled() {
        var was = ALLIANCE.sharing(1, SharingLevel.ALL_ACCOUNTS, SharedField.NAME);

        assertThat(Visibility.overlapping(ALLIANCE.cancelled(was).inForce(), OWN, READER))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SharingLevel.class,
            names = {"HIDDEN", "COUNTS_ONLY"})
    void showsNoRowBelowOverlappingAccounts(SharingLevel level) {
        var inForce = ALLIANCE.sharing(1, level, SharedField.NAME).inForce();

        assertThat(Visibility.overlapping(inForce, OWN, READER)).isEmpty();
    }

    @Test
    void showsOnlyTheFieldsOfTheRule() {
        var inForce = ALLIANCE.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.OWNER)
                .inForce();

        assertThat(Visibility.overlapping(inForce, OWN, READER)).contains(Map.of("name", "Nordwind", "owner", "Ada"));
    }

    @Test
    void showsNothingOfACompanyThatNoRuleNames() {
        var inForce =
                ALLIANCE.sharing(1, SharingLevel.ALL_ACCOUNTS, SharedField.NAME).inForce();
        var stranger = new Visibility.Own(new CompanyId("hooli"), Population.PROSPECTS, OWN.texts());

        assertThat(Visibility.overlapping(inForce, stranger, READER)).isEmpty();
    }
}
