package dev.tandem.kit.upkeep;

import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.copy.RebuildOvertaken;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.OperatorCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The service's copies of what others own, and their rebuilding from the topics. Shows hashes, never content.
@RestController
@RequestMapping("/${spring.application.name}/read-models")
class ReadModelEndpoints {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final LocalCopies copies;

    ReadModelEndpoints(LocalCopies copies) {
        this.copies = copies;
    }

    /// The names under which they are rebuilt.
    record ReadModels(List<String> names) {}

    @GetMapping
    @Allowed(Role.OPERATOR)
    ReadModels names(OperatorCaller caller) {
        return new ReadModels(copies.names());
    }

    /// Both hashes are the same unless the copy had gone wrong. A repetition rebuilds again, to the same content.
    @PostMapping("/{name}/rebuild")
    @Allowed(Role.OPERATOR)
    LocalCopy.Rebuilt rebuild(OperatorCaller caller, @PathVariable String name, IdempotencyKey key) {
        if (!copies.names().contains(name)) {
            throw Problem.notFound();
        }
        var _ = key.keyHash();
        try {
            return copies.rebuild(name).orElseThrow(Problem::notFound);
        } catch (RebuildOvertaken overtaken) {
            throw Problem.conflict("OVERTAKEN", "Another rebuild of it began meanwhile.", List.of());
        } catch (KafkaException away) {
            throw Problem.unavailable("The broker cannot be read now.", RETRY_AFTER);
        }
    }
}
