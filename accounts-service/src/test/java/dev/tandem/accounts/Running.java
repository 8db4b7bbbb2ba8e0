package dev.tandem.accounts;

import dev.tandem.kit.web.WithTokens;
import dev.tandem.store.EmbeddedStore;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.ContextConfiguration;

/// The whole service, with a broker and a store of its own.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest
@AutoConfigureMockMvc
@WithTokens
@EmbeddedKafka(
        partitions = 1,
        topics = {
            "crm.acme.in",
            "crm.globex.in",
            "crm.acme.out",
            "crm.globex.out",
            "crm.initech.in",
            "crm.umbrella.in",
            "crm.initech.out",
            "crm.umbrella.out",
            "crm.stark.in",
            "crm.wayne.in",
            "crm.stark.out",
            "crm.wayne.out",
            "crm.soylent.in",
            "crm.tyrell.in",
            "crm.soylent.out",
            "crm.tyrell.out",
            "crm.vandelay.in",
            "crm.wonka.in",
            "crm.vandelay.out",
            "crm.wonka.out",
            "crm.kramer.in",
            "crm.kramer.out",
            "crm.aurora.in",
            "crm.borealis.in",
            "crm.aurora.out",
            "crm.borealis.out",
            "crm.lannister.in",
            "crm.lannister.out",
            "crm.martell.in",
            "crm.martell.out",
            "crm.lethe.in",
            "crm.lethe.out",
            "crm.styx.in",
            "crm.styx.out",
            "crm.vega.in",
            "crm.vega.out",
            "crm.lyra.in",
            "crm.lyra.out",
            "crm.cygnus.in",
            "crm.cygnus.out",
            "crm.quark.in",
            "crm.quark.out",
            "crm.corvus.in",
            "crm.corvus.out",
            "crm.lynx.in",
            "crm.lynx.out",
            "crm.perseus.in",
            "crm.perseus.out",
            "crm.draco.in",
            "crm.draco.out",
            "crm.argo.in",
            "crm.argo.out",
            "crm.pyxis.in",
            "crm.pyxis.out"
        },
        brokerProperties = {
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "transaction.state.log.num.partitions=1",
            "offsets.topic.num.partitions=1",
            "group.initial.rebalance.delay.ms=0"
        })
@ContextConfiguration(initializers = Running.Store.class)
public @interface Running {

    /// Ends after everything else of the context: what is stopped waits for a store that does not answer.
    class Store implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var store = EmbeddedStore.inMemory();
            context.getBeanFactory().registerSingleton("embeddedStore", store);
            ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                    .registerDisposableBean("embeddedStore", store::close);
            context.getBeanFactory().registerSingleton("storeReads", (MongoClientSettingsBuilderCustomizer)
                    settings -> settings.addCommandListener(new StoreReads()));
            TestPropertyValues.of(
                            "spring.mongodb.uri=" + store.uri(),
                            "tandem.topics.partitions=1",
                            // What a test has refused is not taken up again behind its back.
                            "tandem.alignment.retry-interval-ms=3600000")
                    .applyTo(context);
        }
    }
}
