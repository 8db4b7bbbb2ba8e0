package dev.tandem.accounts.alignment;

import dev.tandem.accounts.AccountsApplication;
import dev.tandem.accounts.block.OwnedBlocks;
import io.micrometer.core.instrument.MeterRegistry;
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
                .run(
                        "--tandem.alignment.blocks=" + blocks,
                        "--tandem.topics.partitions=1",
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        same("spring.mongodb.uri", running),
                        same("spring.kafka.bootstrap-servers", running),
                        same("tandem.issuer-url", running),
                        same("tandem.cursor-key", running),
                        same("tandem.mark-key", running)));
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

    @Override
    public void close() {
        context.close();
    }
}
