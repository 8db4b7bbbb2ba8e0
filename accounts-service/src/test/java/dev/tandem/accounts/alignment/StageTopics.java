package dev.tandem.accounts.alignment;

import dev.tandem.accounts.Outside;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// The topics of a [SharedStage].
record StageTopics(String brokers, Outside outside) {
    void create(List<CompanyId> companies) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var topics = companies.stream()
                    .flatMap(company -> Stream.of(Topics.crmIn(company), Topics.crmOut(company)))
                    .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Everything that was ever sent to them.
    List<String> raw(List<Topic<?>> topics) {
        return topics.stream().flatMap(topic -> outside.raw(topic).stream()).toList();
    }
}
