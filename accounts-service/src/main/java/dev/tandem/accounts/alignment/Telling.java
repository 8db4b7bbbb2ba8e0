package dev.tandem.accounts.alignment;

import dev.tandem.accounts.alignment.JointAccount.Member;
import dev.tandem.accounts.alignment.JointAccount.Told;
import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.matching.Shown;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.accounts.sharing.Visibility.Own;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
import dev.tandem.contracts.crm.CrmOut.PartnerAccount;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.store.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a change of a joint account is to tell whom: each company what the agreement in force shows it now, and that
/// it may no longer see what it saw.
final class Telling {
    private final JointAccount joint;
    private final Scene scene;
    private final List<Outgoing> news = new ArrayList<>();

    private Telling(JointAccount joint, Scene scene) {
        this.joint = joint;
        this.scene = scene;
    }

    /// The joint account as it is once its news are out, and the news.
    record Result(JointAccount told, List<Outgoing> news) {}

    static Result of(JointAccount joint, Scene scene) {
        var telling = new Telling(joint, scene);
        var next = new Told(telling.published(), telling.companies());
        return new Result(joint.told(next), telling.news);
    }

    /// The platform hears of the members that every party shows row by row: what one hides is nobody's counterpart.
    private String published() {
        var shown = joint.members().stream().filter(this::shown).toList();
        var members = shown.size() < 2 ? List.<Member>of() : shown;
        var state = new JointAccountChanged(
                joint.id(),
                joint.partnership(),
                members.stream().map(Telling::published).toList(),
                members.isEmpty() ? JointAccountChanged.Book.NOT_IN_BOOK : joint.book());
        var hash = members.isEmpty() ? "" : scene.mark(said(state) + joint.duplicates());
        if (!hash.equals(joint.told().published())) {
            news.add(Outgoing.to(Topics.ALIGNMENTS, joint.id().value(), state));
        }
        return hash;
    }

    private boolean shown(Member member) {
        return scene.has(member.account()) && Visibility.shownToAll(scene.inForce(), scene.own(member.account()));
    }

    private static JointAccountChanged.Member published(Member member) {
        return new JointAccountChanged.Member(
                member.account(), member.seq(), member.owner(), member.population(), member.customPopulations());
    }

    /// That an account is newer is no news by itself.
    private static String said(JointAccountChanged state) {
        var members = state.members().stream()
                .map(member -> member.account() + " " + member.owner() + " " + member.population() + also(member))
                .toList();
        return members + " " + state.book() + " ";
    }

    /// Nothing where there are none, so that what was told before there could be any is no news.
    private static String also(JointAccountChanged.Member member) {
        return member.placements().getFirst().custom().isEmpty()
                ? ""
                : " " + member.placements().getFirst().custom();
    }

    private List<Told.Out> companies() {
        var out = joint.dissolved()
                ? List.<Told.Out>of()
                : joint.members().stream()
                        .flatMap(member -> tell(member).stream())
                        .toList();
        joint.told().companies().stream()
                .filter(was -> out.stream().noneMatch(now -> sameKey(was, now)))
                .forEach(was -> news.add(withdrawal(was)));
        return out;
    }

    private Optional<Told.Out> tell(Member own) {
        var partners = scene.hasPart(own.account()) ? partners(own.account().company()) : List.<PartnerAccount>of();
        if (partners.isEmpty()) {
            return Optional.empty();
        }
        var record = new AccountAligned(
                joint.partnership(),
                joint.id(),
                own.account().account(),
                partners,
                Shown.of(joint.because(), permitted(own.account().company())).stream()
                        .map(Evidence::because)
                        .toList());
        var out = new Told.Out(own.account().company(), own.account().account(), scene.mark(record.toString()));
        if (!joint.told().companies().contains(out)) {
            news.add(Outgoing.to(Topics.crmOut(out.company()), key(out.own()), record));
        }
        return Optional.of(out);
    }

    private List<PartnerAccount> partners(CompanyId reader) {
        return others(reader)
                .flatMap(other -> Visibility.overlapping(scene.inForce(), other, reader)
                        .map(fields -> new PartnerAccount(other.company(), fields))
                        .stream())
                .toList();
    }

    private Stream<Own> others(CompanyId reader) {
        return joint.members().stream()
                .map(Member::account)
                .filter(account -> !account.company().equals(reader) && scene.has(account))
                .map(scene::own);
    }

    /// The fields of each partner's account that the reader may see, whether they have a value or not.
    private List<Set<String>> permitted(CompanyId reader) {
        return others(reader)
                .filter(other ->
                        Visibility.level(scene.inForce(), other, reader).showsOverlappingRows())
                .map(other -> Visibility.permitted(scene.inForce(), other, reader))
                .toList();
    }

    private Outgoing withdrawal(Told.Out was) {
        CrmOut record = new Withdrawn(key(was.own()), reason(), joint.partnership());
        return Outgoing.to(Topics.crmOut(was.company()), key(was.own()), record);
    }

    private Reason reason() {
        var offline = scene.partnership().offline();
        if (offline != null && offline.claimedAs() != null) {
            return new Reason("PARTNER_JOINED", "The partner has joined: what was noted about it is not shared by it.");
        }
        if (scene.inForce().isEmpty()) {
            return new Reason("NO_AGREEMENT_IN_FORCE", "No agreement of the partnership is in force.");
        }
        return joint.dissolved()
                ? new Reason("NO_LONGER_MATCHED", "The accounts are no longer found to be the same customer.")
                : new Reason("NO_LONGER_SHARED", "The agreement in force no longer shows it.");
    }

    private static boolean sameKey(Told.Out one, Told.Out other) {
        return one.company().equals(other.company()) && one.own().equals(other.own());
    }

    private String key(CrmId own) {
        return "account/" + joint.id() + "/" + own;
    }
}
