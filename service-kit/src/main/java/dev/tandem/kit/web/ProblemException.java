package dev.tandem.kit.web;

/// Carries a problem out of a handler; without a stack trace, since it is an answer and not a defect.
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
