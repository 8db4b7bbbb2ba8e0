package dev.tandem.accounts.admission;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts how often companies read the accounts of their partners. Counted in memory and written every so often, so
/// that reading stays reading; who is killed meanwhile loses the last seconds of it.
@Component
public class Readings implements DisposableBean {
    private final Intakes intakes;
    private final Clock clock;
    private final Map<Reader, Counts> counts = new ConcurrentHashMap<>();

    Readings(Intakes intakes, Clock clock) {
        this.intakes = intakes;
        this.clock = clock;
    }

    private record Reader(PartnershipId partnership, CompanyId company, LocalDate day) {}

    private record Counts(long reads, long exports) {
        Counts plus(Counts more) {
            return new Counts(reads + more.reads, exports + more.exports);
        }
    }

    /// A page of partners' accounts.
    public void page(PartnershipId partnership, CompanyId reader) {
        count(partnership, reader, new Counts(1, 0));
    }

    /// A file of them.
    public void export(PartnershipId partnership, CompanyId reader) {
        count(partnership, reader, new Counts(0, 1));
    }

    private void count(PartnershipId partnership, CompanyId reader, Counts one) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        counts.merge(new Reader(partnership, reader, day), one, Counts::plus);
    }

    @Scheduled(
            fixedDelayString = "${tandem.admission.readings-interval-ms:5000}",
            initialDelayString = "${tandem.admission.readings-interval-ms:5000}")
    void write() {
        for (var reader : List.copyOf(counts.keySet())) {
            var taken = counts.remove(reader);
            if (taken != null) {
                intakes.change(
                        reader.partnership(),
                        reader.company(),
                        was -> was.on(reader.day(), day -> day.read(taken.reads(), taken.exports())));
            }
        }
    }

    @Override
    public void destroy() {
        write();
    }
}
