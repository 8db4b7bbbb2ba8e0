package dev.tandem.contracts.partnership;

/// The fields of an account that an agreement can show to the partner. What is not here never crosses.
public enum SharedField {
    NAME,
    WEBSITE,
    PHONE,
    STREET,
    CITY,
    REGION,
    POSTCODE,
    COUNTRY,
    INDUSTRY,
    REGISTRATION_ID,
    /// The account's owner, as the rep's name.
    OWNER
}
