package dev.tandem.accounts.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.accounts.Running;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Stores;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Running
class IssuedIdsTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CrmId OPPORTUNITY = new CrmId("O-1");
    private static final List<AccountRef> FOUNDERS =
            List.of(new AccountRef(ACME, new CrmId("1")), new AccountRef(new CompanyId("globex"), new CrmId("2")));

    @Autowired
    private Stores stores;

    @Autowired
    private Ids random;

    private int partnerships;

    @Test
    void whatWasToldIsMarkedByASecretOfThePartnership() {
        var told = "AccountAligned[name=Nordwind GmbH]";
        var mark = ids().told(new PartnershipId("told-a")).apply(told);

        assertThat(ids().told(new PartnershipId("told-a")).apply(told)).isEqualTo(mark);
        assertThat(ids().told(new PartnershipId("told-b")).apply(told)).isNotEqualTo(mark);
    }

    @Test
    void anotherProcessIssuesTheSameIds() {
        var partnership = partnership();

        assertThat(ids().deal(partnership, ACME, OPPORTUNITY)).isEqualTo(ids().deal(partnership, ACME, OPPORTUNITY));
        assertThat(ids().jointAccount(partnership, FOUNDERS, 0))
                .isEqualTo(ids().jointAccount(partnership, FOUNDERS, 0))
                .isNotEqualTo(ids().jointAccount(partnership, FOUNDERS, 1));
    }

    @Test
    void theSameCrmIdsSayNothingOfTheIdInAnotherPartnershipOrUnderAnotherSecret() {
        var one = partnership();
        var other = partnership();

        assertThat(ids().deal(one, ACME, OPPORTUNITY)).isNotEqualTo(ids().deal(other, ACME, OPPORTUNITY));
        assertThat(ids().jointAccount(one, FOUNDERS, 0)).isNotEqualTo(ids().jointAccount(other, FOUNDERS, 0));
        var guessed = new IssuedIds(new Secrets(stores, random) {
            @Override
            Secret of(PartnershipId partnership) {
                return new Secret(partnership.value());
            }
        });
        assertThat(guessed.deal(one, ACME, OPPORTUNITY)).isNotEqualTo(ids().deal(one, ACME, OPPORTUNITY));
    }

    @Test
    void anAccountHasOneNameInAPartnershipAndAnotherInAnother() {
        var one = partnership();
        var account = FOUNDERS.getFirst();

        assertThat(ids().partnerAccounts(one).apply(account))
                .isEqualTo(ids().partnerAccounts(one).apply(account))
                .isNotEqualTo(ids().partnerAccounts(partnership()).apply(account))
                .isNotEqualTo(ids().partnerAccounts(one).apply(FOUNDERS.getLast()));
    }

    @Test
    void ofAllWhoNeedTheSecretFirstAtOnceEachGoesOnWithTheSame() throws Exception {
        for (int round = 0; round < 10; round++) {
            var partnership = partnership();
            var start = new CountDownLatch(1);
            Callable<Secret> racer = () -> {
                start.await();
                return new Secrets(stores, random).of(partnership);
            };
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var drawn = IntStream.range(0, 12)
                        .mapToObj(_ -> executor.submit(racer))
                        .toList();
                start.countDown();
                assertThat(drawn)
                        .extracting(each -> each.get())
                        .containsOnly(new Secrets(stores, random).of(partnership));
            }
        }
    }

    @Test
    void whoDiesBeforeTheSecretIsStoredLeavesNothingBehind() {
        var partnership = partnership();
        Ids dying = () -> {
            throw new IllegalStateException("died");
        };

        assertThatThrownBy(() -> new Secrets(stores, dying).of(partnership)).hasMessage("died");
        var secret = new Secrets(stores, random).of(partnership);

        assertThat(new Secrets(stores, dying).of(partnership)).isEqualTo(secret);
    }

    private IssuedIds ids() {
        return new IssuedIds(new Secrets(stores, random));
    }

    private PartnershipId partnership() {
        return new PartnershipId("issuing-" + System.nanoTime() + "-" + partnerships++);
    }
}
