package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import dev.tandem.roster.rep.Rep.Field;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;

/// What becomes of reps when a person is erased.
final class Forgotten {
    private Forgotten() {}

    /// By the mark that stands for the user, without anything that tells who it was: no value, no id of the CRM, and no
    /// hash of a record that a guess could be compared with.
    static Rep erased(Rep rep, CrmId mark, Instant now) {
        var stamp = Stamp.entered(rep.newest(), now);
        var nothing = new EnumMap<RepField, Field>(RepField.class);
        RepField.ALL.forEach(field -> nothing.put(field, new Field(null, stamp)));
        return new Rep(
                rep.id(),
                rep.company(),
                mark,
                nothing,
                rep.alive(),
                stamp,
                List.of(),
                rep.tenure().erased());
    }

    /// As somebody whom the company enters anew, with nothing that was known before but the opaque id.
    static Rep returned(Rep rep, CrmId user) {
        return new Rep(
                rep.id(), rep.company(), user, rep.fields(), rep.alive(), rep.gone(), rep.recent(), rep.tenure());
    }

    /// Without the id of a manager who was erased; who that was stays known by the opaque id.
    static Rep without(Rep rep, CrmId manager) {
        var all = new EnumMap<RepField, Field>(RepField.class);
        all.putAll(rep.fields());
        all.computeIfPresent(
                RepField.MANAGER_USER,
                (_, field) -> manager.value().equals(field.value()) ? new Field(null, field.stamp()) : field);
        return new Rep(
                rep.id(),
                rep.company(),
                rep.crmUser(),
                all,
                rep.alive(),
                rep.gone(),
                rep.recent(),
                rep.tenure().forgetting(manager));
    }
}
