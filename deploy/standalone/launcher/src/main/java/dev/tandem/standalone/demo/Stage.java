package dev.tandem.standalone.demo;

import dev.tandem.samples.SampleWorld;
import dev.tandem.standalone.client.Api;
import dev.tandem.standalone.client.Caller;
import dev.tandem.standalone.client.CompactedTopic;
import dev.tandem.standalone.client.Crm;
import dev.tandem.standalone.client.Patience;
import dev.tandem.standalone.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;

/// What every act works with.
///
/// @param folder for files that are kept
record Stage(Api api, Crm crm, SampleWorld world, Narrator narrator, Patience patience, String brokers, Path folder)
        implements AutoCloseable {
    static final String ACME = "acme";
    static final String GLOBEX = "globex";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    static Stage on(Platform platform, Narrator narrator) {
        return new Stage(
                new Api(platform.gateway(), platform::token),
                new Crm(platform.brokers()),
                SampleWorld.standard(),
                narrator,
                new Patience(PATIENCE),
                platform.brokers(),
                platform.settings().data().resolve("demo"));
    }

    Caller manager(String company) {
        return api.as(company, "alliance-manager");
    }

    Caller finance(String company) {
        return api.as(company, "finance");
    }

    Caller crmOf(String company) {
        return api.as(company, "crm");
    }

    CompactedTopic topic(String name) {
        return new CompactedTopic(brokers, name);
    }

    /// A step that is made once, however often the story is played: the key of its command is its name.
    static String key(String step) {
        return "demo-" + step;
    }

    @Override
    public void close() {
        crm.close();
    }
}
