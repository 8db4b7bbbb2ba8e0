package dev.tandem.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// For a service's web tests (`@WebMvcTest` or `@SpringBootTest`): tokens of `Tokens` are believed, cursors are signed.
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Import(TokensConfiguration.class)
@TestPropertySource(
        properties = {
            "tandem.issuer-url=https://issuer.test/realms/tandem",
            "tandem.cursor-key=a-key-for-tests-of-at-least-32-characters",
            "tandem.mark-key=a-key-for-tests-of-at-least-32-characters"
        })
public @interface WithTokens {}
