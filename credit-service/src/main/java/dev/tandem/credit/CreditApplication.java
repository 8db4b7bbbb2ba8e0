package dev.tandem.credit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Joint credit, posted and reported.
@SpringBootApplication
public class CreditApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(CreditApplication.class, arguments);
    }
}
