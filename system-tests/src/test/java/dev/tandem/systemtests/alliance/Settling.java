package dev.tandem.systemtests.alliance;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.samples.ObjectRef;
import dev.tandem.samples.SampleCompany;
import dev.tandem.samples.SampleWorld;
import dev.tandem.standalone.client.Patience;
import dev.tandem.standalone.client.Patience.Look;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Waits until nothing moves any more, by what can be seen from outside.
public final class Settling {
    /// The work behind one receipt is a few messages: nothing new for so many looks means that it is done.
    private static final int SAME_LOOKS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private Settling() {}

    static JointAccounts joints(Alliance alliance, SampleWorld world) {
        world.companies().forEach(company -> atEachEnd(company, world));
        return unchanged("joint accounts", () -> JointAccounts.of(alliance));
    }

    /// Each account reads as it must after the load.
    private static void atEachEnd(SampleCompany company, SampleWorld world) {
        var expected = new TreeMap<String, Map<String, String>>();
        world.truth().afterLoad().forEach((object, state) -> {
            if (isAccountOf(company, object) && !state.deleted()) {
                expected.put(object.id().value(), state.fields());
            }
        });
        new Patience(PATIENCE).until("the book of " + company.id(), () -> {
            var known = accounts(company.id().value());
            return known.equals(expected) ? Look.seen(known) : Look.notYet(known.size() + " of " + expected.size());
        });
    }

    private static boolean isAccountOf(SampleCompany company, ObjectRef object) {
        return object.company().equals(company.id()) && object.type().equals("account");
    }

    /// The company's accounts with their fields, as it reads them.
    public static Map<String, Map<String, String>> accounts(String company) {
        var accounts = new TreeMap<String, Map<String, String>>();
        for (var account : api().as(company, "crm").all("/accounts/accounts")) {
            var fields = new TreeMap<String, String>();
            account.at("/fields")
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString()));
            accounts.put(account.at("/account").asString(), fields);
        }
        return accounts;
    }

    /// The value that was seen so many times in a row.
    public static <T> T unchanged(String what, Supplier<T> look) {
        var last = new AtomicReference<List<T>>(List.of());
        return new Patience(PATIENCE).until(what + " to come to rest", () -> {
            var seen = look.get();
            var before = last.get();
            var same = before.isEmpty() || before.getFirst().equals(seen)
                    ? new java.util.ArrayList<>(before)
                    : new java.util.ArrayList<T>();
            same.add(seen);
            last.set(same);
            return same.size() >= SAME_LOOKS ? Look.seen(seen) : Look.notYet("still moving");
        });
    }
}
