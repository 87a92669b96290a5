package svoi.register;

/// What the court imposed: for life, or years and months; with or without confiscation.
public record Sentence(boolean life, int years, int months, boolean confiscation) {}
