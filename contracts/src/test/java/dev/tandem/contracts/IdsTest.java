package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Acme",
                "-acme",
                "acme-",
                "ac.me",
                "ac_me",
                "ac me",
                "acme\n",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesACompanyIdThatCouldNotBePartOfATopicsName(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompanyId(id))
                .withMessageNotContaining(id.isEmpty() ? "\u0000" : "'" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "a.b", "ä", "a\n"})
    void refusesAnIdThatIsNotSafeInAUrl(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PartnershipId(id));
        assertThatIllegalArgumentException().isThrownBy(() -> new DealId(id));
        assertThatIllegalArgumentException().isThrownBy(() -> new RepId(id));
        assertThatIllegalArgumentException().isThrownBy(() -> new JointAccountId(id));
    }

    @Test
    void takesACrmsIdsAsTheyAreUnlessTheyCannotBePrinted() {
        assertThat(new CrmId("001/Ä x").value()).isEqualTo("001/Ä x");
        assertThatIllegalArgumentException().isThrownBy(() -> new CrmId(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new CrmId("a\u0000"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CrmId("x".repeat(129)));
    }

    @Test
    void travelsAsPlainText() {
        assertThat(Json.MAPPER.writeValueAsString(new CompanyId("acme"))).isEqualTo("\"acme\"");
        assertThat(Json.MAPPER.readValue("\"acme\"", CompanyId.class)).isEqualTo(new CompanyId("acme"));
    }

    @Test
    void knowsWhoseTopicItIsFromItsNameAlone() {
        var acme = new CompanyId("acme");
        assertThat(Topics.of(acme))
                .allSatisfy(topic -> assertThat(Topics.companyOf(topic.name())).contains(acme));
        assertThat(Topics.FIXED)
                .allSatisfy(topic -> assertThat(Topics.companyOf(topic.name())).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.-acme.in",
                "crm.acme-.in",
                "crm..in",
                "crm.acme.in.x",
                "xcrm.acme.in",
                "crm.a.b.in",
                "crm.ACME.in"
            })
    void takesATopicWithAnImpossibleCompanyForNobodys(String name) {
        assertThat(Topics.companyOf(name)).isEmpty();
    }
}
