package dev.tandem.benchmarks;

import com.esotericsoftware.minlog.Log;
import dev.tandem.engine.AccountRow;
import java.util.ArrayList;
import java.util.List;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.blockcleaning.ComparisonsBasedBlockPurging;
import org.scify.jedai.blockprocessing.comparisoncleaning.CardinalityNodePruning;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.SimilarityPairs;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;
import org.scify.jedai.utilities.enumerations.WeightingScheme;

/// JedAI by its usual workflow for two clean sources: token blocking, purging, filtering, meta-blocking by
/// cardinality of nodes, cosine similarity by TF-IDF of the model given.
record JedAi(RepresentationModel model) {
    private static final float KEPT_BLOCKS = 0.8f;

    List<Scored> match(Cleaned books) {
        Log.NONE();
        var a = profiles(books.a());
        var b = profiles(books.b());
        var matcher = new ProfileMatcher(a, b, model, SimilarityMetric.COSINE_SIMILARITY);
        return scored(matcher.executeComparisons(blocks(a, b)), books);
    }

    private static List<AbstractBlock> blocks(List<EntityProfile> a, List<EntityProfile> b) {
        var blocks = new StandardBlocking().getBlocks(a, b);
        var purged = new ComparisonsBasedBlockPurging(true).refineBlocks(blocks);
        var filtered = new BlockFiltering(KEPT_BLOCKS).refineBlocks(purged);
        return new CardinalityNodePruning(WeightingScheme.JS).refineBlocks(filtered);
    }

    private static List<Scored> scored(SimilarityPairs pairs, Cleaned books) {
        var scored = new ArrayList<Scored>();
        for (var n = 0; n < pairs.getNoOfComparisons(); n++) {
            scored.add(new Scored(
                    books.a().get(pairs.getEntityIds1()[n]).id(),
                    books.b().get(pairs.getEntityIds2()[n]).id(),
                    pairs.getSimilarities()[n]));
        }
        return scored;
    }

    private static List<EntityProfile> profiles(List<AccountRow> rows) {
        return rows.stream().map(JedAi::profile).toList();
    }

    private static EntityProfile profile(AccountRow row) {
        var profile = new EntityProfile(row.id());
        add(profile, "name", row.name());
        add(profile, "host", row.website());
        add(profile, "phone", row.phone());
        add(profile, "city", row.city());
        add(profile, "country", row.country());
        add(profile, "registration", row.registrationId());
        return profile;
    }

    private static void add(EntityProfile profile, String name, String value) {
        if (!value.isEmpty()) {
            profile.addAttribute(name, value);
        }
    }
}
