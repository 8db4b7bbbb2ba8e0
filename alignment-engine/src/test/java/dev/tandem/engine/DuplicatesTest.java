package dev.tandem.engine;

import static dev.tandem.engine.Given.account;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    @Test
    void offersTwoAccountsOfOneCustomerForReviewAndSaysWhy() {
        var found = Duplicates.in(Given.book(List.of(
                account("2", "Nordwind Logistik AG", "nordwind.de", "Kiel", "DE"),
                account("1", "NORDWIND LOGISTIK", "www.nordwind.de", "Kiel", ""),
                account("3", "Zenith Plumbing", "zenith.com", "Boston", "US"))));
        assertThat(found).singleElement().satisfies(pair -> {
            assertThat(List.of(pair.id(), pair.other())).containsExactly("1", "2");
            assertThat(pair.because()).contains("the same domain", "the same city");
        });
    }

    @Test
    void neverOffersAParentAndItsChild() {
        var parent = account("p", "Vuzel Capital GmbH", "vuzel.de", "Berlin", "DE");
        var child = new AccountRow("c", "Vuzel Capital GmbH", "vuzel.de", "", "", "Berlin", "", "", "DE", "", "p");
        assertThat(Duplicates.in(Given.book(List.of(parent, child)))).isEmpty();
        assertThat(Duplicates.in(Given.book(List.of(child, parent)))).isEmpty();
    }

    @Test
    void isSureOfNothingInDifferentRegisters() {
        assertThat(Duplicates.in(Given.book(List.of(
                        Given.registered("a", "Acme Tools", "US", "300745476"),
                        Given.registered("b", "Acme Tools", "US", "076371213")))))
                .isEmpty();
    }

    @Test
    void doesNotPretendThatOneAccountHasADuplicate() {
        assertThat(Duplicates.in(Given.book(List.of(account("1", "Orbis", "orbis.io", "Lyon", "FR")))))
                .isEmpty();
        assertThat(Duplicates.in(Given.book(List.of()))).isEmpty();
    }
}
