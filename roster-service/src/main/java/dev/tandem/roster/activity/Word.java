package dev.tandem.roster.activity;

import java.util.List;

/// What another party said to an activity, and who of its people took part.
record Word(Verdict verdict, Said said, List<Attendee> attended) {
    Word {
        attended = List.copyOf(attended);
    }
}
