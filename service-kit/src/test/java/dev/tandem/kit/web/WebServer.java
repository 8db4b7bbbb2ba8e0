package dev.tandem.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/// `Notes` behind a real server on a free port, without store and broker.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:tandem-defaults.yml",
            "spring.application.name=notes",
            "management.health.mongodb.enabled=false",
            "management.health.binders.enabled=false"
        })
@interface WebServer {}
