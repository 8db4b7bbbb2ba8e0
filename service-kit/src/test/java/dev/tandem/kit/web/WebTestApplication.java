package dev.tandem.kit.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// A service that has HTTP and nothing else.
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "dev.tandem.kit.store.StoreAutoConfiguration",
            "dev.tandem.kit.relay.RelayAutoConfiguration",
            "dev.tandem.kit.intake.IntakeAutoConfiguration",
            "dev.tandem.kit.copy.CopyAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@Import(Notes.class)
class WebTestApplication {}
