package dev.tandem.kit.copy;

import dev.tandem.kit.intake.TopicReader;
import dev.tandem.kit.store.StateCodec;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/// Gives a service its local copies.
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
class CopyAutoConfiguration {

    @Bean
    LocalCopies localCopies(MongoOperations mongo, StateCodec codec, TopicReader topics) {
        return new LocalCopies(mongo, codec, topics);
    }
}
