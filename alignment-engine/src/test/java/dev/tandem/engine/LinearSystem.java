package dev.tandem.engine;

/// Solves a symmetric positive definite system by Cholesky's decomposition.
final class LinearSystem {
    private LinearSystem() {}

    static double[] solve(double[][] matrix, double[] right) {
        var size = right.length;
        var lower = decompose(matrix, size);
        var x = new double[size];
        for (var i = 0; i < size; i++) {
            x[i] = (right[i] - dot(lower[i], x, 0, i)) / lower[i][i];
        }
        for (var i = size - 1; i >= 0; i--) {
            var sum = x[i];
            for (var k = i + 1; k < size; k++) {
                sum -= lower[k][i] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        return x;
    }

    private static double[][] decompose(double[][] matrix, int size) {
        var lower = new double[size][size];
        for (var i = 0; i < size; i++) {
            for (var k = 0; k <= i; k++) {
                var rest = matrix[i][k] - dot(lower[i], lower[k], 0, k);
                lower[i][k] = i == k ? Math.sqrt(rest) : rest / lower[k][k];
            }
        }
        return lower;
    }

    private static double dot(double[] one, double[] other, int from, int to) {
        var sum = 0.0;
        for (var n = from; n < to; n++) {
            sum += one[n] * other[n];
        }
        return sum;
    }
}
