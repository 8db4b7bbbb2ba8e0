package dev.tandem.roster.rep;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A rep as merged so far.
///
/// @param alive the newest change that says the user exists
/// @param gone the newest that says it is deleted: a marker, so that a late older change does not bring it back
/// @param recent events that were taken, the last few
/// @param tenure the rep over time
record Rep(
        RepId id,
        CompanyId company,
        CrmId crmUser,
        Map<RepField, Field> fields,
        @Nullable Stamp alive,
        @Nullable Stamp gone,
        List<Seen> recent,
        Tenure tenure) {

    /// A value, null once cleared, and how new it is.
    record Field(@Nullable String value, Stamp stamp) {}

    /// @param place on the broker, which tells a redelivery from a repetition by the CRM
    record Seen(String eventId, String contentHash, String place, Receipt.Outcome outcome) {}

    Rep {
        fields = Map.copyOf(fields);
        recent = List.copyOf(recent);
        tenure = Objects.requireNonNullElse(tenure, Tenure.UNKNOWN);
    }

    static Rep issued(RepId id, CompanyId company, CrmId crmUser) {
        return new Rep(id, company, crmUser, Map.of(), null, null, List.of(), Tenure.UNKNOWN);
    }

    @Nullable
    String value(RepField field) {
        var known = fields.get(field);
        return known == null ? null : known.value();
    }

    /// All that is known, under the names that a CRM sends it by.
    Map<String, String> values() {
        var values = new TreeMap<String, String>();
        fields.forEach((field, known) -> {
            if (known.value() != null && !known.value().isBlank()) {
                values.put(field.crmName(), known.value());
            }
        });
        manager().ifPresent(manager -> values.put("manager", manager.value()));
        return values;
    }

    /// Whom the rep reports to, where that is known.
    Optional<RepId> manager() {
        return tenure.history().managerAtTheEnd();
    }

    Status status() {
        return new Presence(this).status();
    }

    /// When the rep left, by the day that was named or as the CRM says; empty for who is there.
    Optional<Instant> leftAt() {
        return new Presence(this).leftAt();
    }

    /// The newest of all that is known.
    @Nullable
    Stamp newest() {
        return Stream.of(alive, gone)
                .filter(Objects::nonNull)
                .max(Stamp::compareTo)
                .orElse(null);
    }

    /// Stored in the form in which it is looked up.
    @JsonProperty
    @Nullable
    String emailKey() {
        var email = value(RepField.EMAIL);
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /// Stored, so that a manager's people are found.
    @JsonProperty
    @Nullable
    RepId managedBy() {
        return manager().orElse(null);
    }

    /// Stored, so that it is found when the manager becomes known.
    @JsonProperty
    @Nullable
    String unresolvedManager() {
        return manager().isPresent() || isErased() ? null : value(RepField.MANAGER_USER);
    }

    /// Stored, so that a day that makes a difference is found when it comes.
    @JsonProperty
    @Nullable
    String due() {
        return new Presence(this).due().map(LocalDate::toString).orElse(null);
    }

    /// The name is empty while the CRM has not told it.
    RepChanged event() {
        return new RepChanged(
                id,
                company,
                crmUser,
                Objects.requireNonNullElse(value(RepField.NAME), ""),
                value(RepField.EMAIL),
                value(RepField.ROLE),
                value(RepField.TERRITORY),
                status(),
                new Presence(this).spells());
    }

    /// The change from `was` to this, which is told only when it differs in what others know of a rep, or may be
    /// offered
    /// of one: then the same event makes them look again.
    Change<Rep> after(Optional<Versioned<Rep>> was) {
        var told = event();
        var known = was.map(Versioned::state).filter(rep -> rep.newest() != null);
        return known.filter(rep -> told.equals(rep.event()) && offered().equals(rep.offered()))
                        .isPresent()
                ? Change.to(this)
                : Change.to(this, Outgoing.to(Topics.ROSTERS, "rep/" + id, told));
    }

    private List<String> offered() {
        return RepField.ALL.stream()
                .flatMap(field -> field.offered(this).stream())
                .toList();
    }

    Rep with(Tenure now) {
        return new Rep(id, company, crmUser, fields, alive, gone, recent, now);
    }

    Rep with(Map<RepField, Field> news, @Nullable Stamp aliveNow, @Nullable Stamp goneNow) {
        var all = new EnumMap<RepField, Field>(RepField.class);
        all.putAll(fields);
        all.putAll(news);
        return new Rep(id, company, crmUser, all, aliveNow, goneNow, recent, tenure);
    }

    boolean isErased() {
        return crmUser.isErased();
    }

    Rep seen(Seen event, int max) {
        var all = Stream.concat(recent.stream(), Stream.of(event)).toList();
        return new Rep(
                id,
                company,
                crmUser,
                fields,
                alive,
                gone,
                all.subList(Math.max(0, all.size() - max), all.size()),
                tenure);
    }
}
