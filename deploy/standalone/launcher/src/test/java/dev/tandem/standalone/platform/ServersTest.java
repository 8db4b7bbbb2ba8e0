package dev.tandem.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServersTest {
    private final Settings standard = Settings.standard(Path.of("."), Path.of("data"));

    @Test
    void takeThePlaceOfTheLocalOnes() {
        var settings =
                standard.with(new Servers("mongodb://db1:27017,db2:27017/?replicaSet=rs0", "k1:9092,k2:9092", null));

        assertThat(settings.parts()).doesNotContain(Part.STORE, Part.BROKER).contains(Part.GATEWAY);
        assertThat(settings.mongodb()).startsWith("mongodb://db1");
        assertThat(settings.brokers()).isEqualTo("k1:9092,k2:9092");
        assertThat(settings.issuer()).isEqualTo(URI.create("http://127.0.0.1:8084"));
    }

    @Test
    void areRefusedWhenTheyCannotBeAddresses() {
        assertThatThrownBy(() -> new Servers("localhost:27017", null, null)).hasMessageContaining("--mongodb must be");
        assertThatThrownBy(() -> new Servers("mongodb://h:1/tandem", null, null))
                .hasMessageContaining("without a database");
        assertThatThrownBy(() -> new Servers(null, "k1", null)).hasMessageContaining("--kafka must be");
        assertThatThrownBy(() -> new Servers(null, null, URI.create("idp"))).hasMessageContaining("--issuer must be");
    }
}
