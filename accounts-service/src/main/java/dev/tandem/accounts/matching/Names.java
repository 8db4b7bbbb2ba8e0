package dev.tandem.accounts.matching;

/// By which names the two accounts of a pair went when people said that they are one customer. From then on other
/// accounts of these names resemble each other too, in this partnership and in no other.
public record Names(String one, String other) {}
