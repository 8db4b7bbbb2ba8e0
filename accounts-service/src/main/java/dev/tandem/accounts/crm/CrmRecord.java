package dev.tandem.accounts.crm;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// One record of a company's CRM, whether it came by event or by file.
///
/// @param event what the sender calls it, unique per sender
/// @param content a keyed mark, which differs when anything that the sender said differs, and from which nobody finds
/// out what that was
/// @param place where it lies, for ever the same for the same record: tells a redelivery from a repetition
public record CrmRecord(CompanyId company, CrmChange change, Stamp stamp, String event, String place, String content) {

    /// What the places of files begin with; a topic's never do.
    public static final String FILES = "import/";

    static CrmRecord of(Incoming<CrmChange> incoming, Marks marks) {
        var place = incoming.place();
        var change = incoming.payload();
        return new CrmRecord(
                incoming.sender(),
                change,
                new Stamp(change.sourceSequence(), incoming.time(), place.offset()),
                Hash.id(incoming.source(), incoming.id()),
                "%s/%d/%019d".formatted(place.topic(), place.partition(), place.offset()),
                mark(change, marks));
    }

    public CrmId id() {
        return change.objectId();
    }

    /// Whether it came by file.
    public boolean filed() {
        return place.startsWith(FILES);
    }

    String reference() {
        return change.objectType() + "/" + change.objectId();
    }

    public static String mark(CrmChange change, Marks marks) {
        List<String> parts = new ArrayList<>();
        parts.add("content");
        parts.add(change.objectType() + "/" + change.objectId());
        parts.add(String.valueOf(change.sourceSequence()));
        parts.add(change.change().name());
        new TreeMap<>(change.fields()).forEach((name, value) -> {
            parts.add(name);
            parts.add(value == null ? "-" : "+" + value);
        });
        return marks.of(parts.toArray(String[]::new));
    }
}
