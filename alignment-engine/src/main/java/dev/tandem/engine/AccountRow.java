package dev.tandem.engine;

/// One account as a CRM has it. An absent field is the empty string. `parentId` is an id of the same CRM.
public record AccountRow(
        String id,
        String name,
        String website,
        String phone,
        String street,
        String city,
        String region,
        String postcode,
        String country,
        String registrationId,
        String parentId) {

    /// An account of which only id and name are known.
    public static AccountRow named(String id, String name) {
        return new AccountRow(id, name, "", "", "", "", "", "", "", "", "");
    }
}
