package dev.tandem.accounts.deal;

import dev.tandem.accounts.alignment.JointBook;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.kit.intake.Incoming;
import java.util.List;
import org.springframework.stereotype.Component;

/// What was won while sharing paused becomes a deal once it goes on, also where it did so before anybody had withdrawn
/// the joint account, which then nobody is told of.
@Component
public class WonMeanwhile {
    private final JointBook jointBook;
    private final Deals deals;

    WonMeanwhile(JointBook jointBook, Deals deals) {
        this.jointBook = jointBook;
        this.deals = deals;
    }

    /// Looks at what a walk over the joint accounts comes to, before it does.
    public void on(List<Incoming<MatchingWork>> events) {
        events.stream()
                .map(Incoming::payload)
                .filter(AgreementTouched.class::isInstance)
                .map(AgreementTouched.class::cast)
                .flatMap(step -> jointBook.ahead(step).stream())
                .forEach(deals::lookAgain);
    }
}
