package dev.tandem.accounts.population;

import dev.tandem.contracts.partnership.PopulationName;

/// A population of a company's own.
///
/// @param title what the company's people call it; no partner reads it
/// @param rule the text of the rule, as it was written
/// @param revision counts its changes, from 1
record CustomPopulation(PopulationName name, String title, String rule, long revision) {}
