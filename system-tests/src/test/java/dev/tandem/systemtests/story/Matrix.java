package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.manager;

import dev.tandem.systemtests.alliance.Alliance;
import java.util.Map;
import java.util.TreeMap;

/// The overlap matrix as one side reads it.
///
/// @param cells count, or why there is none, by own and the partner's population
record Matrix(Map<String, String> cells) {

    static Matrix of(String reader, Alliance alliance) {
        var cells = new TreeMap<String, String>();
        for (var cell : manager(reader)
                .get(alliance.in("accounts") + "/overlap/matrix")
                .expect(200)
                .json()
                .at("/cells")) {
            var place = cell.at("/ownPopulation").asString() + "/"
                    + cell.at("/partnerPopulation").asString();
            cells.put(place, cell.at("/count").asString(cell.at("/shown").asString()));
        }
        return new Matrix(cells);
    }

    /// As the other side must read it.
    Matrix turned() {
        var turned = new TreeMap<String, String>();
        cells.forEach((place, count) -> turned.put(place.replaceAll("(.*)/(.*)", "$2/$1"), count));
        return new Matrix(turned);
    }

    long total() {
        return cells.values().stream().mapToLong(Long::parseLong).sum();
    }
}
