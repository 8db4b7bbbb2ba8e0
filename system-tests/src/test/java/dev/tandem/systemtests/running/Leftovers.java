package dev.tandem.systemtests.running;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// Looks behind the platform, into every document of every store and every record of every topic, for a word that is to
/// be nowhere.
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> NOT_OURS = Set.of("admin", "config", "local");

    private Leftovers() {}

    /// Each collection that has a document with the word.
    public static List<String> inStores(String word) {
        var found = new ArrayList<String>();
        try (var client = MongoClients.create(RunningPlatform.get().mongodb())) {
            client.listDatabaseNames().forEach(database -> {
                if (!NOT_OURS.contains(database)) {
                    found.addAll(inStore(client, database, word));
                }
            });
        }
        return found;
    }

    private static List<String> inStore(MongoClient client, String database, String word) {
        var found = new ArrayList<String>();
        var store = client.getDatabase(database);
        for (var collection : store.listCollectionNames()) {
            var documents = store.getCollection(collection).find();
            if (StreamSupport.stream(documents.spliterator(), false)
                    .anyMatch(document -> text(document).contains(word))) {
                found.add(database + "." + collection);
            }
        }
        return found;
    }

    /// Bytes are read as the text that they are.
    private static String text(Object value) {
        return switch (value) {
            case Document document ->
                document.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + text(String.valueOf(entry.getKey()), entry.getValue()))
                        .collect(Collectors.joining(" "));
            case List<?> list -> list.stream().map(each -> text("", each)).collect(Collectors.joining(" "));
            case Binary bytes -> new String(bytes.getData(), StandardCharsets.UTF_8);
            default -> value.toString();
        };
    }

    private static String text(String name, @Nullable Object value) {
        return value == null ? name : text(value);
    }

    /// How long each compacted topic may hold what is superseded; topics that keep everything are not in it.
    public static Map<String, Duration> compactionLags() {
        try (var admin = Admin.create(Map.<String, Object>of(
                "bootstrap.servers", RunningPlatform.get().brokers()))) {
            var topics = admin.listTopics().names().get().stream()
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            var lags = new TreeMap<String, Duration>();
            admin.describeConfigs(topics).all().get().forEach((topic, config) -> {
                if (value(config, "cleanup.policy").equals("compact")) {
                    lags.put(topic.name(), Duration.ofMillis(Long.parseLong(value(config, "max.compaction.lag.ms"))));
                }
            });
            return lags;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }

    /// Every topic that keeps its records for ever and has one with the word.
    public static List<String> inTopicsThatKeepAll(String word) {
        var compacted = compactionLags().keySet();
        try (var admin = Admin.create(Map.<String, Object>of(
                "bootstrap.servers", RunningPlatform.get().brokers()))) {
            return admin.listTopics().names().get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).stream()
                    .filter(topic -> !topic.startsWith("_") && !compacted.contains(topic))
                    .filter(topic -> OutTopic.read(topic).all().stream()
                            .anyMatch(told -> told.body().contains(word)
                                    || String.valueOf(told.key()).contains(word)))
                    .sorted()
                    .toList();
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
