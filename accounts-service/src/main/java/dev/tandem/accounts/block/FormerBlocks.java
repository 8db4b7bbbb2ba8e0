package dev.tandem.accounts.block;

import dev.tandem.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Blocks of another number, which are told on a topic of their own: as long as an instance has them it is said that
/// instances disagree, and once nobody has them what they were told a day ago or longer is deleted. The topic stays,
/// since by its offsets the writer knows whose report is newer.
@Component
class FormerBlocks {
    private static final Logger LOG = LoggerFactory.getLogger(FormerBlocks.class);

    private static final Set<GroupState> DESERTED = Set.of(GroupState.EMPTY, GroupState.DEAD);

    /// Nobody waits so long for an answer to what was asked.
    private static final Duration KEPT = Duration.ofDays(1);

    private final BlockSettings settings;
    private final String groups;
    private final Map<String, Object> kafka;
    private final Clock clock;
    private volatile List<String> others = List.of();

    FormerBlocks(
            BlockSettings settings,
            @Value("${spring.application.name}-blocks-") String groups,
            KafkaAdmin kafka,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.groups = groups;
        this.kafka = kafka.getConfigurationProperties();
        this.clock = clock;
        meters.gauge("tandem.alignment.blocks.otherwise", this, former -> former.others.size());
    }

    @Scheduled(
            initialDelayString = "${tandem.alignment.former-blocks-every-ms:300000}",
            fixedDelayString = "${tandem.alignment.former-blocks-every-ms:300000}")
    void look() {
        look(clock.instant().minus(KEPT));
    }

    /// @param before what was told before then is deleted where nobody reads it
    void look(Instant before) {
        try (var admin = Admin.create(kafka)) {
            look(admin, before);
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        } catch (ExecutionException away) {
            LOG.warn("What is left of blocks of another number is not known or not deleted: {}", away.toString());
        }
    }

    private void look(Admin admin, Instant before) throws InterruptedException, ExecutionException {
        var former = new TreeSet<>(admin.listTopics().names().get());
        former.removeIf(topic -> !Topics.OF_BLOCKS.matcher(topic).matches());
        former.remove(Topics.blocks(settings.blocks()).name());
        var read = new ArrayList<String>();
        for (var topic : former) {
            if (hasReaders(admin, groups + topic.substring(topic.lastIndexOf('.') + 1))) {
                read.add(topic);
            }
        }
        others = read;
        warn();
        for (var topic : former) {
            if (!read.contains(topic)) {
                PastRecords.delete(admin, topic, before);
            }
        }
    }

    private void warn() {
        if (!others.isEmpty()) {
            LOG.warn(
                    "Instances disagree about tandem.alignment.blocks, which is {} here: others read {}. What they align "
                            + "is right, but shared only among those that say the same",
                    settings.blocks(),
                    others);
        }
    }

    /// A group that may not be looked at is a fault, and not one without members.
    private static boolean hasReaders(Admin admin, String group) throws InterruptedException, ExecutionException {
        try {
            var described = admin.describeConsumerGroups(List.of(group)).all().get();
            return !described.values().stream().allMatch(each -> DESERTED.contains(each.groupState()));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw failed;
        }
    }
}
