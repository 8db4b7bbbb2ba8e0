package dev.tandem.engine;

/// What each clue is worth, in bits; shipped as `weights.txt`, one clue a line.
final class Weights {
    private Weights() {}

    static float[] shipped() {
        var weights = new float[Clue.ALL.length];
        for (var line : WordLists.lines("weights.txt")) {
            weights[Clue.valueOf(line.get(0)).index] = Float.parseFloat(line.get(1));
        }
        return weights;
    }
}
