package dev.tandem.kit.store;

/// The idempotency keys of creates whose id follows from the body, such as a company's. The document that is created
/// cannot tell that its key was used for another one: here each key has a document of its own.
public final class NaturalCreates {
    private final Aggregates<Claim> claims;

    /// @param collection of the keys of one kind of create
    public NaturalCreates(Stores stores, String collection) {
        this.claims = stores.aggregates(collection, Claim.class);
    }

    /// @param bodyHash of the create that the key stands for
    record Claim(String bodyHash) {}

    /// Lets the key stand for this body; call it before the create. Doing it again changes nothing.
    ///
    /// @throws StoreRefusal.KeyReused when the key stands for another body, for 24 hours
    public void claim(Tenant tenant, Cause.Command create) {
        claims.change(tenant, create.keyHash(), create, _ -> Change.to(new Claim(create.bodyHash())));
    }
}
