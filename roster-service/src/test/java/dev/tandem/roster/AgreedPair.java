package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
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
}
