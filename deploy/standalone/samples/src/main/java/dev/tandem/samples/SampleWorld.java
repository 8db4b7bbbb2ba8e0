package dev.tandem.samples;

import dev.tandem.samples.CompanyMaker.Frame;
import java.time.LocalDate;
import java.util.List;

/// Two companies that sell together, and what is true of them. The same seed, size and day give the same world, to the
/// byte; no clock is read.
///
/// @param agreedOn the day of the agreement: the load lies before it, `afterAgreement` behind it
public record SampleWorld(
        long seed, Size size, LocalDate agreedOn, SampleCompany acme, SampleCompany globex, Story story, Truth truth) {
    public static final long SEED = 20_260_105;
    public static final LocalDate AGREED_ON = LocalDate.of(2026, 1, 5);

    /// The demo's.
    public static SampleWorld standard() {
        return generate(SEED, Size.standard());
    }

    public static SampleWorld generate(long seed, Size size) {
        return generate(seed, size, AGREED_ON);
    }

    public static SampleWorld generate(long seed, Size size, LocalDate agreedOn) {
        Atlas atlas = Atlas.load();
        var frame = new Frame(seed, size, agreedOn, atlas, new Customers(seed, atlas, size));
        var acmeMaker = new CompanyMaker(frame, Crm.ACME, List.of());
        var globexMaker = new CompanyMaker(frame, Crm.GLOBEX, acmeMaker.deals());
        SampleCompany acme = acmeMaker.company();
        SampleCompany globex = globexMaker.company();
        Truth truth = new TruthMaker(acmeMaker, globexMaker).truth(List.of(acme, globex));
        return new SampleWorld(seed, size, agreedOn, acme, globex, Story.of(acme), truth);
    }

    public List<SampleCompany> companies() {
        return List.of(acme, globex);
    }
}
