package dev.tandem.systemtests.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.systemtests.running.LogsOnFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every operation in the services' own documents × every id in its path × a company that it does not concern × every
/// role, through the gateway and past it. A new endpoint is covered by being documented; one with an id of a new kind
/// fails here until [IssuedIds] can name one.
@Order(20)
@ExtendWith(LogsOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationIT {
    private static final List<String> ROLES = List.of("alliance-manager", "finance", "rep", "crm", "admin");

    /// What a query string must hold can be filled in for these.
    private static final Set<String> QUERIES = Set.of("period");

    private final Refusals refusals = new Refusals();
    private List<Operation> operations = List.of();
    private KnownIds ids = new KnownIds(Map.of());

    @BeforeAll
    void prepare() {
        ids = IssuedIds.ofAcme();
        operations = Operations.all();
    }

    @Test
    void everyDocumentedOperationCanBeAsked() {
        assertThat(operations).hasSizeGreaterThan(25);
        assertThat(operations.stream().map(Operation::service).distinct()).hasSize(Operations.SERVICES.size());
        assertThat(operations).allSatisfy(operation -> {
            assertThat(ids.issued().keySet()).as("%s", operation).containsAll(operation.collections());
            assertThat(QUERIES).as("%s", operation).containsAll(operation.query());
            assertThat(operation.at(ids.issued())).doesNotContain("{");
        });
    }

    @Test
    void whatOthersMustNotFindIsReachedByItsOwners() {
        withIds(Set.of("acme"), (operation, asker) -> {
            if (IssuedIds.exist(operation) && !isOfOnesWork(operation, asker)) {
                refusals.reaches(operation, asker, ids.issued());
            }
        });
        assertNoFaults();
    }

    @Test
    void aThirdCompanyMeetsTheSame404WhateverTheId() {
        withIds(Set.of("stranger"), (operation, asker) -> refusals.sameNotFound(operation, asker, inTurn(operation)));
        assertNoFaults();
    }

    @Test
    void aPartnerMeetsTheSame404WhereSomethingIsTheOthersAlone() {
        withIds(Set.of("globex"), (operation, asker) -> {
            if (IssuedIds.arePrivate(operation)) {
                refusals.sameNotFound(operation, asker, inTurn(operation));
            }
        });
        assertNoFaults();
    }

    @Test
    void whatWasNeverIssuedIsTheSame404ForEverybody() {
        withIds(Set.of("acme", "globex"), (operation, asker) -> {
            var turns = operation.collections().stream().map(ids::without).toList();
            refusals.sameNotFound(operation, asker, turns);
        });
        assertNoFaults();
    }

    @Test
    void withoutTokenOrRoleNobodyLearnsWhetherSomethingIsThere() {
        for (var operation : operations) {
            for (var turn : inTurn(operation)) {
                bothWays(gateway -> refusals.status(operation, Asker.nobody(gateway), turn, 401));
                forbidden(operation).forEach(asker -> refusals.status(operation, asker, turn, 403));
            }
        }
        assertNoFaults();
    }

    private static Stream<Asker> forbidden(Operation operation) {
        var roles = ROLES.stream().filter(role -> !operation.roles().contains(role));
        var companies = roles.flatMap(role -> Stream.of("acme", "stranger").map(each -> new Asker(each, role, true)));
        return operation.roles().contains("operator")
                ? companies
                : Stream.concat(companies, Stream.of(Asker.operator(false)));
    }

    /// Each operation that names an id, with each asker whom its roles allow, by both ways.
    private void withIds(Set<String> companies, BiConsumer<Operation, Asker> check) {
        for (var operation : operations) {
            if (!operation.collections().isEmpty()) {
                ROLES.stream()
                        .filter(operation.roles()::contains)
                        .forEach(role -> companies.forEach(company ->
                                bothWays(gateway -> check.accept(operation, new Asker(company, role, gateway)))));
            }
        }
    }

    private static void bothWays(java.util.function.Consumer<Boolean> check) {
        check.accept(true);
        check.accept(false);
    }

    /// All ids as issued, then each of them as never issued, then all of them.
    private List<Map<String, String>> inTurn(Operation operation) {
        var each = operation.collections().stream().map(ids::without);
        return Stream.concat(Stream.concat(Stream.of(ids.issued()), each), Stream.of(ids.noneOfThem()))
                .toList();
    }

    /// A rep is briefed on the joint accounts that they work, and reads engagements on them; whoever asks here works
    /// none.
    private static boolean isOfOnesWork(Operation operation, Asker asker) {
        return "rep".equals(asker.role())
                && (operation.path().endsWith("/briefing")
                        || operation.collections().contains("engagements"));
    }

    private void assertNoFaults() {
        var faults = List.copyOf(refusals.faults());
        refusals.faults().clear();
        assertThat(faults).isEmpty();
    }
}
