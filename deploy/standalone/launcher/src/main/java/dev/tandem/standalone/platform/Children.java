package dev.tandem.standalone.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The processes of one platform, in their order.
final class Children {
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);

    private final Map<Part, Child> children = new EnumMap<>(Part.class);
    private final Settings settings;
    private final DataFolder data;
    private final Archiving archiving;
    private final Thread housekeeping = Thread.ofVirtual().unstarted(this::keepLogsBounded);

    Children(Settings settings, DataFolder data, Consumer<String> say) {
        this.settings = settings;
        this.data = data;
        var plans = new Plans(settings, data);
        settings.parts().forEach(part -> children.put(part, new Child(plans.of(part), data, say)));
        this.archiving = new Archiving(plans, data, applications(), say);
    }

    Set<Part> parts() {
        return children.keySet();
    }

    Child child(Part part) {
        var child = children.get(part);
        if (child == null) {
            throw new PlatformException(part.processName() + " is not run by this platform");
        }
        return child;
    }

    /// Applications need store and broker; they do not need each other.
    void start() {
        start(Part.Stage.INFRASTRUCTURE);
        start(Part.Stage.SERVICE, Part.Stage.EDGE);
        housekeeping.start();
        archiving.begin();
    }

    /// For good: what is still starting ends too.
    void stop() {
        housekeeping.interrupt();
        archiving.end();
        for (var stage : Arrays.asList(Part.Stage.values()).reversed()) {
            Together.run(
                    of(stage).stream().<Runnable>map(child -> child::retire).toList());
        }
    }

    /// @throws PlatformException naming the processes that are not healthy in time
    void awaitHealthy(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var sick = sick(); !sick.isEmpty(); sick = sick()) {
            if (System.nanoTime() > deadline) {
                throw new PlatformException("not healthy after %d s: %s".formatted(patience.toSeconds(), sick));
            }
            Thread.sleep(50);
        }
    }

    private String sick() {
        return children.values().stream()
                .filter(child -> !child.isHealthy())
                .map(child -> child.part().processName())
                .collect(Collectors.joining(", "));
    }

    private void start(Part.Stage... stages) {
        Together.run(Arrays.stream(stages)
                .flatMap(stage -> of(stage).stream())
                .<Runnable>map(child -> () -> child.start(settings.patience()))
                .toList());
    }

    private List<Part> applications() {
        return children.keySet().stream()
                .filter(part -> part.stage() != Part.Stage.INFRASTRUCTURE)
                .toList();
    }

    private List<Child> of(Part.Stage stage) {
        return children.values().stream()
                .filter(child -> child.part().stage() == stage)
                .toList();
    }

    private void keepLogsBounded() {
        try {
            while (true) {
                Thread.sleep(HOUSEKEEPING);
                children.keySet().forEach(part -> new LogFile(data.log(part)).bound());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
