package dev.tandem.systemtests.kill;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.samples.SampleEvent;
import dev.tandem.standalone.client.Api;
import dev.tandem.standalone.client.Crm;
import dev.tandem.systemtests.running.RunningPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.RecordMetadata;

/// Steady work of both CRMs and of people at the API, until told to stop: changes of accounts, amendments of won sales,
/// exact repetitions, changes that arrive behind newer ones, records that can never apply, and commands that are
/// repeated under their key until they are acknowledged.
final class Load implements Runnable {
    private static final long PAUSE_NANOS = 33_000_000;
    private static final long RETRY_NANOS = 300_000_000;
    private static final int COMMAND_EVERY = 40;

    private final Sent sent;
    private final List<Side> sides;
    private final Random random;
    private volatile boolean stopped;

    Load(List<Side> sides, Sent sent, long seed) {
        this.sides = sides;
        this.sent = sent;
        this.random = new Random(seed);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        var open = new ArrayList<Open>();
        try (var crm = RunningPlatform.crm()) {
            for (int i = 0; !stopped; i++) {
                events().forEach(event -> open.add(new Open(event, crm.begin(event))));
                if (i % COMMAND_EVERY == 0) {
                    command(i);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            open.forEach(each -> acknowledged(crm, each));
        }
    }

    private record Open(SampleEvent event, Future<RecordMetadata> answer) {}

    /// What follows in the order of sending.
    private List<SampleEvent> events() {
        var side = sides.get(random.nextInt(sides.size()));
        var dice = random.nextInt(100);
        if (dice < 2) {
            return List.of(sent.poison(side.poison()));
        }
        var event = sent.event(next(side));
        if (dice < 7) {
            return List.of(event, sent.repeated(event));
        }
        return dice < 12 ? List.of(sent.event(next(side, event)), event) : List.of(event);
    }

    private SampleEvent next(Side side) {
        var customer = random.nextInt(Side.CUSTOMERS);
        return random.nextInt(3) > 0 ? side.moved(customer, "City " + random.nextInt(1_000)) : sale(side, customer);
    }

    /// Of the same object, newer, and to be sent before the older one.
    private SampleEvent next(Side side, SampleEvent older) {
        var id = older.objectId().value();
        var customer = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        return older.objectType().equals("account") ? side.moved(customer, "Late " + customer) : sale(side, customer);
    }

    private SampleEvent sale(Side side, int customer) {
        var cents = 1 + random.nextInt(90_000_000);
        var refunded = random.nextInt(4) == 0 ? random.nextInt(cents) : 0;
        return side.sale(customer, decimal(cents), decimal(refunded));
    }

    private static String decimal(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    /// A record that the broker gave up on is sent again: as the same event it does nothing if it had arrived.
    private void acknowledged(Crm crm, Open each) {
        try {
            each.answer().get();
        } catch (ExecutionException notTaken) {
            sent.again();
            crm.send(List.of(each.event()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void command(int i) {
        var company = sides.get(i / COMMAND_EVERY % sides.size()).company();
        var user = company + "-entered-" + i;
        var body = """
                {"crmUser": "%s", "name": "Entered %d", "email": "%s@example.com", "role": "AE", "territory": "DACH"}
                """.formatted(user, i, user);
        while (!acknowledged(company, user, body)) {
            LockSupport.parkNanos(RETRY_NANOS);
        }
        sent.entered(company, user);
    }

    private static boolean acknowledged(String company, String key, String body) {
        try {
            var answer = api().as(company, "admin").post("/roster/reps", key, body);
            if (!answer.isPassing() && answer.status() != 500) {
                answer.expect(201);
            }
            return answer.status() == 201;
        } catch (Api.Unreachable unknown) {
            return false;
        }
    }

    /// What was sent, and so must be there.
    static final class Sent {
        private final TreeMap<String, CrmModel> accounts = new TreeMap<>();
        private final TreeMap<String, CrmModel> sales = new TreeMap<>();
        private final TreeMap<String, List<String>> poison = new TreeMap<>();
        private final TreeMap<String, List<String>> entered = new TreeMap<>();
        private int events;
        private int repetitions;
        private int again;

        synchronized SampleEvent event(SampleEvent event) {
            events++;
            var models = event.objectType().equals("account") ? accounts : sales;
            var change = java.util.Objects.requireNonNull(event.change());
            models.computeIfAbsent(event.company().value(), _ -> new CrmModel()).apply(change);
            return event;
        }

        synchronized SampleEvent poison(SampleEvent event) {
            poison.computeIfAbsent(event.company().value(), _ -> new ArrayList<>())
                    .add(event.key());
            return event;
        }

        synchronized SampleEvent repeated(SampleEvent event) {
            repetitions++;
            return event;
        }

        synchronized void again() {
            again++;
        }

        synchronized void entered(String company, String user) {
            entered.computeIfAbsent(company, _ -> new ArrayList<>()).add(user);
        }

        CrmModel accounts(String company) {
            return accounts.getOrDefault(company, new CrmModel());
        }

        CrmModel sales(String company) {
            return sales.getOrDefault(company, new CrmModel());
        }

        List<String> poison(String company) {
            return poison.getOrDefault(company, List.of());
        }

        List<String> entered(String company) {
            return entered.getOrDefault(company, List.of());
        }

        @Override
        public String toString() {
            return "%d events, %d repeated, %d sent again after no answer, %d poisoned, %d commands"
                    .formatted(events, repetitions, again, size(poison), size(entered));
        }

        private static int size(Map<String, List<String>> lists) {
            return lists.values().stream().mapToInt(List::size).sum();
        }
    }
}
