package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.TopicSettings;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.company.ActiveCompanies;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.ForgettingUser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it that the topics with people forget who was erased, also where nothing else is written to a partition.
/// Several instances may do it at once: what they append says nothing, however often.
@Component
final class ClearingTopics implements ForgettingUser {
    private static final Logger LOG = LoggerFactory.getLogger(ClearingTopics.class);
    private static final int PART = 100;
    private static final byte[] NOTHING = Topics.NOTHING_KEY.getBytes(StandardCharsets.UTF_8);

    private final Clearings clearings;
    private final ActiveCompanies companies;
    private final Agreements agreements;
    private final Appending appending;
    private final Times times;

    /// Now, and how the topics were made.
    @Component
    record Times(Clock clock, TopicSettings topics) {
        Instant now() {
            return clock.instant();
        }
    }

    ClearingTopics(
            Clearings clearings, ActiveCompanies companies, Agreements agreements, Appending appending, Times times) {
        this.clearings = clearings;
        this.companies = companies;
        this.agreements = agreements;
        this.appending = appending;
        this.times = times;
    }

    @Override
    public void forget(CompanyId company, CrmId user, CrmId mark) {
        begin(company, mark);
    }

    /// Something that names the person may just have been superseded.
    void begin(CompanyId company, CrmId mark) {
        clearings.begin(company, mark, Clearing.of(times.now(), times.topics()));
    }

    /// Until when nothing of an erased person is on the topics any more; empty for whoever was not erased.
    Optional<Instant> clearBy(CompanyId company, CrmId mark) {
        return clearings.find(company, mark).map(clearing -> clearing.clearBy(times.now(), times.topics()));
    }

    boolean isClear(CompanyId company, CrmId mark) {
        return clearings
                .find(company, mark)
                .filter(clearing -> clearing.isClear(times.now(), times.topics()))
                .isPresent();
    }

    /// Within which what is superseded is erased.
    Duration lag() {
        return Duration.ofMillis(times.topics().compactionLagMaxMs());
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.clearing-interval-ms:60000}",
            initialDelayString = "${tandem.roster.clearing-interval-ms:60000}")
    void clear() {
        companies.each(company -> {
            try {
                clear(company, times.now());
            } catch (KafkaException away) {
                LOG.warn("The topics of {} are cleared later: {}", company, away.toString());
            }
        });
    }

    void clear(CompanyId company, Instant now) {
        List<Versioned<Clearing>> part;
        do {
            part = clearings.due(company, now, PART);
            if (!part.isEmpty()) {
                topics(company).forEach(topic -> appending.toAll(topic, NOTHING));
            }
            part.forEach(found -> clearings.done(company, found, found.state().done(now, times.topics())));
        } while (part.size() == PART);
    }

    /// All on which a person of the company is told by name.
    private Set<String> topics(CompanyId company) {
        var topics = new TreeSet<>(Set.of(
                Topics.crmPeopleIn(company).name(), Topics.crmOut(company).name(), Topics.ROSTERS.name()));
        var after = "";
        List<PartnershipId> part;
        do {
            part = agreements.page(company, after, PART);
            part.stream()
                    .flatMap(partnership -> agreements.of(partnership).stream())
                    .flatMap(partnership -> partnership.parties().stream())
                    .filter(companies::contain)
                    .forEach(party -> topics.add(Topics.crmOut(party).name()));
            after = part.isEmpty() ? after : part.getLast().value();
        } while (part.size() == PART);
        return topics;
    }
}
