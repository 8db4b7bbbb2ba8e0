package dev.tandem.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;

/// The endpoints of `Notes` as a service would test its own: no server, no network, all of the kit.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WebMvcTest(controllers = Notes.class, properties = "spring.config.import=classpath:tandem-defaults.yml")
@WithTokens
@interface WebSlice {}
