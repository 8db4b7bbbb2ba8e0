package dev.tandem.roster.company;

import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.web.Problem;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Registers a company, creates its topics, and only then makes it active: whoever hears of an active company may write
/// to it. Each step may be repeated, so what a crash left half done is finished by the next start, or by the same
/// request sent again.
@Component
class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int UNFINISHED_MAX = 1_000;

    private final Companies companies;
    private final CompanyTopics topics;

    Registration(Companies companies, CompanyTopics topics) {
        this.companies = companies;
        this.topics = topics;
    }

    /// The outcome of registering, with the company as it is after its activation.
    Outcome<CompanyChanged> register(Cause.Command cause, CompanyChanged company) {
        var registered = companies.register(company.company(), cause, company);
        try {
            activate(company);
        } catch (KafkaException brokerAway) {
            LOG.warn("The topics of {} are not there yet", company.company(), brokerAway);
            throw Problem.unavailable("The company is registered, its topics are not there yet: repeat this.", RETRY);
        }
        return registered;
    }

    private void activate(CompanyChanged company) {
        topics.create(company.company());
        companies.activate(company.company());
    }

    @EventListener(ApplicationReadyEvent.class)
    void finishWhatWasBegun() {
        companies.notYetActive(Tenant.PLATFORM, UNFINISHED_MAX).forEach(found -> finish(found.state()));
    }

    private void finish(CompanyChanged company) {
        try {
            activate(company);
        } catch (KafkaException brokerAway) {
            LOG.warn("The topics of {} are not there yet: repeat its registration", company.company(), brokerAway);
        }
    }
}
