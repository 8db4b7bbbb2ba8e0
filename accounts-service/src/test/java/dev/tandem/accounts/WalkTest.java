package dev.tandem.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/// One account from a CRM's event to what the other company's CRM is told.
@Running
class WalkTest {
    private static final Alliance ALLIANCE = Alliance.of("acme", "globex");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    private Outside outside;

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void anAccountOfBothIsToldToBothAndWithdrawnWithTheAgreement() {
        agreed(ALLIANCE.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.CITY));
        outside.crm("acme", Crm.account("A1", "name", "Nordwind GmbH", "city", "Kiel", "phone", "+49 431 1234567"));
        outside.crm("globex", Crm.account("G9", "name", "NORDWIND", "website", "nordwind.de"));

        var toAcme = await(() -> aligned("acme"));
        assertThat(toAcme.ownAccount().value()).isEqualTo("A1");
        assertThat(toAcme.partners()).singleElement().satisfies(partner -> {
            assertThat(partner.company()).isEqualTo(ALLIANCE.other());
            assertThat(partner.fields()).isEqualTo(Map.of("name", "NORDWIND"));
        });
        assertThat(toAcme.because()).extracting(because -> because.code()).contains("SAME_NAME");
        assertThat(await(() -> aligned("globex")).partners().getFirst().fields())
                .isEqualTo(Map.of("name", "Nordwind GmbH", "city", "Kiel"));
        assertThat(outside.read(Topics.ALIGNMENTS).get(toAcme.jointAccount().value()))
                .satisfies(joint -> assertThat(joint.members()).hasSize(2));

        agreed(ALLIANCE.sharing(2, SharingLevel.OVERLAPPING_ACCOUNTS, SharingLevel.HIDDEN, SharedField.NAME));
        await(() -> only(outside.out("acme"), Withdrawn.class));
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(await(() -> aligned("globex"))
                                .partners()
                                .getFirst()
                                .fields())
                        .containsOnlyKeys("name"));

        agreed(ALLIANCE.cancelled(ALLIANCE.sharing(2, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME)));
        await(() -> only(outside.out("globex"), Withdrawn.class));
    }

    private void agreed(PartnershipChanged partnership) {
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
    }

    private List<AccountAligned> aligned(String company) {
        return only(outside.out(company), AccountAligned.class);
    }

    private static <T> List<T> only(Map<String, CrmOut> out, Class<T> type) {
        return out.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <T> T await(java.util.function.Supplier<List<T>> found) {
        return org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .until(found::get, list -> list.size() == 1)
                .getFirst();
    }
}
