package dev.tandem.benchmarks;

import dev.tandem.engine.AccountRow;
import java.util.ArrayList;
import java.util.List;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.DataSource;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinklerTokenized;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.datasources.InMemoryDataSource;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/// Duke as its manual sets up companies: an index in memory, the 20 nearest of each, probabilities by property.
final class Duke {
    private static final int NEAREST = 20;
    private static final int BATCH = 40_000;
    private static final double LEAST = 0.1;

    private Duke() {}

    static List<Scored> match(Cleaned books) {
        var scored = new ArrayList<Scored>();
        var processor = new Processor(configuration());
        processor.addMatchListener(new AbstractMatchListener() {
            @Override
            public void matches(Record one, Record other, double confidence) {
                var isA = one.getValue("SIDE").equals("a");
                scored.add(new Scored(
                        (isA ? one : other).getValue("KEY"), (isA ? other : one).getValue("KEY"), confidence));
            }
        });
        processor.link(source("a", books.a()), source("b", books.b()), true, BATCH);
        processor.close();
        return scored;
    }

    private static ConfigurationImpl configuration() {
        var configuration = new ConfigurationImpl();
        configuration.setThreshold(LEAST);
        configuration.setProperties(List.of(
                new PropertyImpl("ID"),
                ignored("SIDE"),
                ignored("KEY"),
                sought("NAME", new JaroWinklerTokenized(), 0.1, 0.93),
                sought("HOST", new ExactComparator(), 0.35, 0.9),
                sought("PHONE", new ExactComparator(), 0.4, 0.9),
                new PropertyImpl("CITY", new Levenshtein(), 0.3, 0.65),
                new PropertyImpl("COUNTRY", new ExactComparator(), 0.2, 0.55),
                sought("REGISTRATION", new ExactComparator(), 0.1, 0.98)));
        var database = new LuceneDatabase();
        database.setMaxSearchHits(NEAREST);
        configuration.setDatabase(database);
        configuration.validate();
        database.setConfiguration(configuration);
        return configuration;
    }

    /// A property by which candidates are looked up.
    private static PropertyImpl sought(String name, Comparator comparator, double low, double high) {
        var property = new PropertyImpl(name, comparator, low, high);
        property.setLookupBehaviour(Property.Lookup.TRUE);
        return property;
    }

    private static PropertyImpl ignored(String name) {
        var property = new PropertyImpl(name, new ExactComparator(), 0.5, 0.5);
        property.setIgnoreProperty(true);
        return property;
    }

    private static List<DataSource> source(String side, List<AccountRow> rows) {
        return List.of(new InMemoryDataSource(
                rows.stream().map(row -> record(side, row)).toList()));
    }

    private static Record record(String side, AccountRow row) {
        var record = new RecordImpl();
        record.addValue("ID", side + row.id());
        record.addValue("SIDE", side);
        record.addValue("KEY", row.id());
        add(record, "NAME", row.name());
        add(record, "HOST", row.website());
        add(record, "PHONE", row.phone());
        add(record, "CITY", row.city());
        add(record, "COUNTRY", row.country());
        add(record, "REGISTRATION", row.registrationId());
        return record;
    }

    private static void add(RecordImpl record, String name, String value) {
        if (!value.isEmpty()) {
            record.addValue(name, value);
        }
    }
}
