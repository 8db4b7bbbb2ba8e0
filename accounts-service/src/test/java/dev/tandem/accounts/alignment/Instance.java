package dev.tandem.accounts.alignment;

import dev.tandem.accounts.AccountsApplication;
import dev.tandem.accounts.block.LookForFormerBlocks;
import dev.tandem.accounts.block.OwnedBlocks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// One more instance of the service, on the broker and the store of the one that runs for all tests.
final class Instance implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Instance sharing(int blocks, Environment running) {
        return new Instance(new SpringApplicationBuilder(AccountsApplication.class)
                .run(arguments(blocks, running).toArray(String[]::new)));
    }

    /// What an instance on the same broker and store is started with.
    static List<String> arguments(int blocks, Environment running) {
        return List.of(
                "--tandem.alignment.blocks=" + blocks,
                "--tandem.topics.partitions=1",
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms=6000",
                same("spring.mongodb.uri", running),
                same("spring.kafka.bootstrap-servers", running),
                same("tandem.issuer-url", running),
                same("tandem.cursor-key", running),
                same("tandem.mark-key", running));
    }

    private static String same(String property, Environment running) {
        return "--" + property + "=" + running.getRequiredProperty(property);
    }

    int blocks() {
        return context.getBean(OwnedBlocks.class).numbers().size();
    }

    double reports() {
        return context.getBean(MeterRegistry.class)
                .counter("tandem.alignment.blocks.reports")
                .count();
    }

    void lookForFormerBlocks(Instant before) {
        LookForFormerBlocks.in(context, before);
    }

    /// How many other numbers of blocks somebody has.
    int blocksOfOthers() {
        return (int) context.getBean(MeterRegistry.class)
                .get("tandem.alignment.blocks.otherwise")
                .gauge()
                .value();
    }

    @Override
    public void close() {
        context.close();
    }
}
