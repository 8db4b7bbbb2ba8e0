package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// Two companies with an agreement in force, over HTTP.
@NullMarked
public abstract class AgreedPair extends RosterTest {

    /// The path of their partnership.
    ///
    /// @param terms as JSON
    protected String agreed(String one, String other, String terms) throws Exception {
        register(one);
        register(other);
        var invited = post(manager(one), "/roster/partnerships", """
                {"name": "Both", "with": ["%s"], "reason": {"code": "GROWTH", "sentence": "Customers."}}
                """.formatted(other));
        var path = "/roster/partnerships/" + JsonPath.read(invited.getResponse().getContentAsString(), "$.partnership");
        postCurrent(manager(other), path, "/acceptance", "");
        stateFit(path, one, other);
        postCurrent(manager(one), path, "/revisions", policy(one, other, terms));
        postCurrent(manager(one), path, "/revisions/1/signature", "");
        assertThat(postCurrent(manager(other), path, "/revisions/1/signature", ""))
                .hasStatusOk();
        return path;
    }

    protected static String policy(String one, String other, String terms) {
        return """
                {"reason": {"code": "START", "sentence": "What we agreed on."},
                 "sharing": {"rules": [
                   {"party": "%s", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["OWNER"]},
                   {"party": "%s", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["OWNER"]}]},
                 "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT",
                   "model": {"@type": "Equal"}}]},
                 "terms": %s}
                """.formatted(one, other, terms);
    }

    /// The id that is issued to a new rep.
    protected String rep(String company, String user, String name) throws Exception {
        var body = "{\"crmUser\": \"%s\", \"name\": \"%s\"}".formatted(user, name);
        var answer = post(Tokens.bearer(company, Role.ADMIN), "/roster/reps", body);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.rep");
    }

    /// The id of a joint account of theirs that both see.
    protected String sharedAccount(String resource, String one, String other) throws Exception {
        var joint = new JointAccountId("j-" + one);
        var partnership = new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
        var members = List.of(member(one), member(other));
        write(
                Topics.ALIGNMENTS,
                joint.value(),
                1,
                new JointAccountChanged(joint, partnership, members, Book.NOT_IN_BOOK));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(manager(one), resource + "/counterparts"))
                        .bodyText()
                        .contains(joint.value()));
        return joint.value();
    }

    private Member member(String company) throws Exception {
        var account = new AccountRef(new CompanyId(company), new CrmId("1"));
        return new Member(account, 1, new RepId(rep(company, "U1", "Ann Ash")), Population.CUSTOMERS);
    }
}
