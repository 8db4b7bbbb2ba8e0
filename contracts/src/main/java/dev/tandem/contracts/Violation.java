package dev.tandem.contracts;

/// One broken rule of something that was handed in.
///
/// @param field path of the field, as the sender wrote it (`crediting.rules[0].model`)
/// @param rule code of the rule, UPPER_SNAKE
/// @param message what is wrong and how to mend it; holds no other company's data
public record Violation(String field, String rule, String message) {}
