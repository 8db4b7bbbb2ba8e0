package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog();

    @Test
    void takesSoManyAtATimeInTheirOrderAndLosesNone() {
        backlog.note(accounts(7, 6, 5, 4));
        backlog.note(accounts(3, 6, 2, 1));

        var taken = new ArrayList<List<AccountRef>>();
        while (backlog.hasNoted()) {
            taken.add(backlog.takeNoted(3));
        }

        assertThat(taken).containsExactly(accounts(7, 6, 5), accounts(4, 3, 2), accounts(1));
    }

    @Test
    void takesFirstWhatIsToComeFirst() {
        backlog.note(accounts(1, 2));
        backlog.noteFirst(accounts(3, 4));

        assertThat(backlog.takeNoted(1)).isEqualTo(accounts(3));
        assertThat(backlog.takeNoted(9)).isEqualTo(accounts(4));
        assertThat(backlog.takeNoted(9)).isEqualTo(accounts(1, 2));
        backlog.noteFirst(accounts(5));
        assertThat(backlog.hasNoted()).isTrue();
    }

    @Test
    void whatWasLookedAtMeanwhileIsNotLookedAtAgain() {
        backlog.note(accounts(1, 2));
        backlog.noteFirst(accounts(3, 4));

        backlog.taken(accounts(1, 3));

        assertThat(backlog.takeNoted(9)).isEqualTo(accounts(4));
        assertThat(backlog.takeNoted(9)).isEqualTo(accounts(2));
        assertThat(backlog.hasNoted()).isFalse();
    }

    @Test
    void whatIsSettledIsNoLongerBehind() {
        backlog.fallBehind(accounts(1, 2, 3, 4, 5));

        backlog.settled(accounts(2, 3));

        assertThat(backlog.takeBehind(2)).isEqualTo(accounts(1, 4));
        assertThat(backlog.hasBehind()).isTrue();
        assertThat(backlog.takeBehind(2)).isEqualTo(accounts(5));
        assertThat(backlog.hasBehind()).isFalse();
    }

    private static List<AccountRef> accounts(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> new AccountRef(new CompanyId("acme"), new CrmId("a" + number)))
                .toList();
    }
}
