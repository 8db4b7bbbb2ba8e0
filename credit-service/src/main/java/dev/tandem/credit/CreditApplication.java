package dev.tandem.credit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Joint credit, posted and reported.
@SpringBootApplication
@ConfigurationPropertiesScan
public class CreditApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(CreditApplication.class, arguments);
    }
}
