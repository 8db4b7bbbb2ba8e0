package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.account.Book;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// An agreement that comes into force after the books were sent, and books longer than a page of the walk.
@Running
class BookWalkTest {
    private static final Alliance ALLIANCE = Alliance.of("stark", "wayne");
    private static final int ACCOUNTS = 230;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private Book book;

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
    void anAgreementWalksTheWholeBookAndItsEndTakesAllBack() {
        for (int i = 0; i < ACCOUNTS; i++) {
            outside.crm("stark", Crm.account("S" + i, "name", "Kunde " + i));
            outside.crm("wayne", Crm.account("W" + i, "name", "Kunde " + i + " GmbH"));
        }
        for (var company : List.of(ALLIANCE.one(), ALLIANCE.other())) {
            await().atMost(ofSeconds(90))
                    .untilAsserted(() -> assertThat(book.count(company)).isEqualTo(ACCOUNTS));
        }
        var agreed = ALLIANCE.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);

        say(agreed);
        await().atMost(ofSeconds(90))
                .untilAsserted(
                        () -> assertThat(told("wayne", AccountAligned.class)).isEqualTo(ACCOUNTS));

        say(ALLIANCE.cancelled(agreed));
        await().atMost(ofSeconds(90))
                .untilAsserted(() -> assertThat(told("wayne", Withdrawn.class)).isEqualTo(ACCOUNTS));
        assertThat(told("stark", AccountAligned.class)).isZero();
    }

    private void say(PartnershipChanged partnership) {
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
    }

    private long told(String company, Class<?> type) {
        return outside.out(company).values().stream().filter(type::isInstance).count();
    }
}
