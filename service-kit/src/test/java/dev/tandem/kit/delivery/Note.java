package dev.tandem.kit.delivery;

/// What a company's CRM said last about one object, and how often it said anything.
record Note(String text, int changes) {}
