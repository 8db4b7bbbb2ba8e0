package dev.tandem.systemtests.alliance;

import static dev.tandem.systemtests.running.RunningPlatform.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The joint accounts of an alliance, put together from what each side is shown of its own.
///
/// @param members by joint account: the accounts of the first company, then those of the second
public record JointAccounts(Map<String, List<List<String>>> members) {

    public static JointAccounts of(Alliance alliance) {
        var members = new TreeMap<String, List<List<String>>>();
        for (var company : List.of(alliance.first(), alliance.second())) {
            for (var joint : manager(company).all(alliance.in("accounts") + "/overlap")) {
                members.computeIfAbsent(joint.at("/jointAccount").asString(), _ -> new ArrayList<>())
                        .add(accounts(joint));
            }
        }
        return new JointAccounts(members);
    }

    private static List<String> accounts(JsonNode joint) {
        var accounts = new ArrayList<String>();
        accounts.add(joint.at("/ownAccount").asString());
        joint.at("/duplicates").forEach(duplicate -> accounts.add(duplicate.asString()));
        return accounts;
    }

    /// The joint account that both name, if there is one.
    public java.util.Optional<String> of(String firstAccount, String secondAccount) {
        return members.entrySet().stream()
                .filter(joint -> joint.getValue().size() == 2)
                .filter(joint -> joint.getValue().get(0).contains(firstAccount)
                        && joint.getValue().get(1).contains(secondAccount))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Each pair of accounts that is in one joint account, as `first=second`.
    public List<String> pairs() {
        var pairs = new ArrayList<String>();
        for (var sides : members.values()) {
            if (sides.size() == 2) {
                sides.get(0).forEach(one -> sides.get(1).forEach(other -> pairs.add(one + "=" + other)));
            }
        }
        return pairs;
    }
}
