package ackwise.conformance;

import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.NodeApiVersions;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersion;
import org.apache.kafka.common.message.ApiVersionsResponseData.FinalizedFeatureKey;
import org.apache.kafka.common.protocol.ApiKeys;

/** Tells the client what the coordinator's ApiVersions answer would say. */
final class ClusterFeatures {
    /** The last version of InitProducerId that cannot raise an epoch (KIP-360). */
    private static final short WITHOUT_EPOCH = 2;

    private ClusterFeatures() {}

    static void tell(Object transactionManager, String node, int transactionVersion, boolean bumpsEpoch) {
        ApiVersions versions = (ApiVersions) Effect.field(transactionManager, "apiVersions");
        ApiVersion init = new ApiVersion()
                .setApiKey(ApiKeys.INIT_PRODUCER_ID.id)
                .setMinVersion((short) 0)
                .setMaxVersion(bumpsEpoch ? ApiKeys.INIT_PRODUCER_ID.latestVersion() : WITHOUT_EPOCH);
        versions.update(
                node,
                transactionVersion >= 2
                        ? withFeatures(init, (short) transactionVersion)
                        : NodeApiVersions.create(List.of(init)));
    }

    /** Since 4.0 the client looks at finalized features. */
    private static NodeApiVersions withFeatures(ApiVersion init, short transactionVersion) {
        FinalizedFeatureKey feature =
                new FinalizedFeatureKey().setName("transaction.version").setMaxVersionLevel(transactionVersion);
        for (Constructor<?> constructor : NodeApiVersions.class.getConstructors()) {
            if (constructor.getParameterCount() != 4) continue;
            try {
                Collection<?>[] lists = {List.of(init), List.of(), List.of(feature)};
                return (NodeApiVersions) constructor.newInstance(lists[0], lists[1], lists[2], 1L);
            } catch (ReflectiveOperationException broken) {
                throw new Effect.OracleBroken(broken.toString());
            }
        }
        throw new Effect.OracleBroken("this release knows no transaction.version");
    }
}
