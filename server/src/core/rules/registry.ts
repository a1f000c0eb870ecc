import { acksNotSet } from "./all/acks-not-set.js";
import { acksOne } from "./all/acks-one.js";
import { acksZero } from "./all/acks-zero.js";
import { batchAboveBrokerLimit } from "./all/batch-above-broker-limit.js";
import { batchAboveRequestSize } from "./all/batch-above-request-size.js";
import { batchSizeAboveBufferMemory } from "./all/batch-size-above-buffer-memory.js";
import { batchSizeZero } from "./all/batch-size-zero.js";
import { bootstrapScheme } from "./all/bootstrap-scheme.js";
import { bufferStrategy } from "./all/buffer-strategy.js";
import { byteOrderMark } from "./all/byte-order-mark.js";
import { canonicalDnsLookup } from "./all/canonical-dns-lookup.js";
import { classNotFound } from "./all/class-not-found.js";
import { classWrongRole } from "./all/class-wrong-role.js";
import { clearTextSecret } from "./all/clear-text-secret.js";
import { clientDefect } from "./all/client-defect.js";
import { clientIdMissing } from "./all/client-id-missing.js";
import { clientRackMissing } from "./all/client-rack-missing.js";
import { clusterKey } from "./all/cluster-key.js";
import { compressionWithoutLinger } from "./all/compression-without-linger.js";
import { configProviderClass } from "./all/config-provider-class.js";
import { connectionSetupTimeoutZero } from "./all/connection-setup-timeout-zero.js";
import { consumerKey } from "./all/consumer-key.js";
import { deliveryTimeoutBrief } from "./all/delivery-timeout-brief.js";
import { deliveryTimeoutRaised } from "./all/delivery-timeout-raised.js";
import { deliveryTimeoutTooLong } from "./all/delivery-timeout-too-long.js";
import { deliveryTimeoutTooShort } from "./all/delivery-timeout-too-short.js";
import { deliveryTimeoutZero } from "./all/delivery-timeout-zero.js";
import { deprecatedJaasOption } from "./all/deprecated-jaas-option.js";
import { deprecatedKey } from "./all/deprecated-key.js";
import { deprecatedValue } from "./all/deprecated-value.js";
import { duplicateBootstrapEntry } from "./all/duplicate-bootstrap-entry.js";
import { duplicateKey } from "./all/duplicate-key.js";
import { emptyListElement } from "./all/empty-list-element.js";
import { emptyValue } from "./all/empty-value.js";
import { eventHubsLimits } from "./all/event-hubs-limits.js";
import { fewBatchesInMemory } from "./all/few-batches-in-memory.js";
import { hostNameCheckOff } from "./all/host-name-check-off.js";
import { hugeBuffer } from "./all/huge-buffer.js";
import { idempotenceConflict } from "./all/idempotence-conflict.js";
import { idempotenceDefaultNotApplied } from "./all/idempotence-default-not-applied.js";
import { idempotenceDisabled } from "./all/idempotence-disabled.js";
import { idleConnectionsTooShort } from "./all/idle-connections-too-short.js";
import { idleTimeoutTooLong } from "./all/idle-timeout-too-long.js";
import { inFlightOne } from "./all/in-flight-one.js";
import { inlineComment } from "./all/inline-comment.js";
import { internalKey } from "./all/internal-key.js";
import { invalidBoolean } from "./all/invalid-boolean.js";
import { invalidBootstrapAddress } from "./all/invalid-bootstrap-address.js";
import { invalidChoice } from "./all/invalid-choice.js";
import { invalidMetricsFilter } from "./all/invalid-metrics-filter.js";
import { invalidNumber } from "./all/invalid-number.js";
import { jaasCredentialsMissing } from "./all/jaas-credentials-missing.js";
import { jaasLoginModule } from "./all/jaas-login-module.js";
import { jaasMissing } from "./all/jaas-missing.js";
import { jaasSyntax } from "./all/jaas-syntax.js";
import { jmxReporterDropped } from "./all/jmx-reporter-dropped.js";
import { keyNotInVersion } from "./all/key-not-in-version.js";
import { keysIgnored } from "./all/keys-ignored.js";
import { largeBatchWithoutLinger } from "./all/large-batch-without-linger.js";
import { lingerTooLong } from "./all/linger-too-long.js";
import { lingerZero } from "./all/linger-zero.js";
import { listDuplicateEntry } from "./all/list-duplicate-entry.js";
import { localhostBootstrap } from "./all/localhost-bootstrap.js";
import { loginModuleMismatch } from "./all/login-module-mismatch.js";
import { lostBackslash } from "./all/lost-backslash.js";
import { malformedUnicodeEscape } from "./all/malformed-unicode-escape.js";
import { maxBlockTooLong } from "./all/max-block-too-long.js";
import { maxBlockTooShort } from "./all/max-block-too-short.js";
import { metadataAgeTooShort } from "./all/metadata-age-too-short.js";
import { missingRequiredSetting } from "./all/missing-required-setting.js";
import { mskIamHandler } from "./all/msk-iam-handler.js";
import { noBrokerPort } from "./all/no-broker-port.js";
import { noCompression } from "./all/no-compression.js";
import { noEncryption } from "./all/no-encryption.js";
import { noRebootstrap } from "./all/no-rebootstrap.js";
import { noRecordFits } from "./all/no-record-fits.js";
import { noTimeForRetry } from "./all/no-time-for-retry.js";
import { nonAsciiValue } from "./all/non-ascii-value.js";
import { oauthUrlPermission } from "./all/oauth-url-permission.js";
import { obsoleteTls } from "./all/obsolete-tls.js";
import { oldProducerKey } from "./all/old-producer-key.js";
import { otherClientKey } from "./all/other-client-key.js";
import { otherDialect } from "./all/other-dialect.js";
import { pemStoreType } from "./all/pem-store-type.js";
import { platformConnection } from "./all/platform-connection.js";
import { platformIdempotence } from "./all/platform-idempotence.js";
import { prefixedKey } from "./all/prefixed-key.js";
import { quotedValue } from "./all/quoted-value.js";
import { reconnectBackoffTooShort } from "./all/reconnect-backoff-too-short.js";
import { recordAboveBuffer } from "./all/record-above-buffer.js";
import { requestAboveBrokerLimit } from "./all/request-above-broker-limit.js";
import { requestTimeoutBelowReplicaLag } from "./all/request-timeout-below-replica-lag.js";
import { requestTimeoutTooLong } from "./all/request-timeout-too-long.js";
import { requestTimeoutTooShort } from "./all/request-timeout-too-short.js";
import { retriesTooFew } from "./all/retries-too-few.js";
import { retriesWithoutAcks } from "./all/retries-without-acks.js";
import { retriesWithoutIdempotence } from "./all/retries-without-idempotence.js";
import { retryBackoffZero } from "./all/retry-backoff-zero.js";
import { saslLogin } from "./all/sasl-login.js";
import { saslMechanismEmpty } from "./all/sasl-mechanism-empty.js";
import { saslWithoutTls } from "./all/sasl-without-tls.js";
import { schemaRegistryMissing } from "./all/schema-registry-missing.js";
import { serializerSetting } from "./all/serializer-setting.js";
import { settingWithoutEffect } from "./all/setting-without-effect.js";
import { sharedTransactionalId } from "./all/shared-transactional-id.js";
import { singleBootstrapEntry } from "./all/single-bootstrap-entry.js";
import { slowCompression } from "./all/slow-compression.js";
import { smallSendBuffer } from "./all/small-send-buffer.js";
import { socketBufferZero } from "./all/socket-buffer-zero.js";
import { sslAlgorithm } from "./all/ssl-algorithm.js";
import { sslStore } from "./all/ssl-store.js";
import { staleMetadata } from "./all/stale-metadata.js";
import { staticBackoff } from "./all/static-backoff.js";
import { swallowedBootstrapAddress } from "./all/swallowed-bootstrap-address.js";
import { swallowedLine } from "./all/swallowed-line.js";
import { tinyBatches } from "./all/tiny-batches.js";
import { tls13NeverUsed } from "./all/tls13-never-used.js";
import { trailingSemicolon } from "./all/trailing-semicolon.js";
import { transactionTimeoutRefused } from "./all/transaction-timeout-refused.js";
import { transactionTimeoutTooShort } from "./all/transaction-timeout-too-short.js";
import { transactionalIdWithoutIdempotence } from "./all/transactional-id-without-idempotence.js";
import { truststoreWithoutPassword } from "./all/truststore-without-password.js";
import { twoPhaseCommitTimeout } from "./all/two-phase-commit-timeout.js";
import { unitSuffix } from "./all/unit-suffix.js";
import { unknownEndpointIdentification } from "./all/unknown-endpoint-identification.js";
import { unknownKey } from "./all/unknown-key.js";
import { unknownSaslMechanism } from "./all/unknown-sasl-mechanism.js";
import { unknownScenarioComment } from "./all/unknown-scenario-comment.js";
import { unknownTlsName } from "./all/unknown-tls-name.js";
import { unknownVersionComment } from "./all/unknown-version-comment.js";
import { unresolvedPlaceholder } from "./all/unresolved-placeholder.js";
import { unsecuredOauthToken } from "./all/unsecured-oauth-token.js";
import { untrimmedValue } from "./all/untrimmed-value.js";
import { unusedSecuritySettings } from "./all/unused-security-settings.js";
import { unusedSuppression } from "./all/unused-suppression.js";
import { valueOutOfRange } from "./all/value-out-of-range.js";
import { verboseMetrics } from "./all/verbose-metrics.js";
import { voidValueSerializer } from "./all/void-value-serializer.js";
import type { Rule } from "./types.js";

/** Every rule, in alphabetical order. */
export const RULES: readonly Rule[] = [
  acksNotSet,
  acksOne,
  acksZero,
  batchAboveBrokerLimit,
  batchAboveRequestSize,
  batchSizeAboveBufferMemory,
  batchSizeZero,
  bootstrapScheme,
  bufferStrategy,
  byteOrderMark,
  canonicalDnsLookup,
  classNotFound,
  classWrongRole,
  clearTextSecret,
  clientDefect,
  clientIdMissing,
  clientRackMissing,
  clusterKey,
  compressionWithoutLinger,
  configProviderClass,
  connectionSetupTimeoutZero,
  consumerKey,
  deliveryTimeoutBrief,
  deliveryTimeoutRaised,
  deliveryTimeoutTooLong,
  deliveryTimeoutTooShort,
  deliveryTimeoutZero,
  deprecatedJaasOption,
  deprecatedKey,
  deprecatedValue,
  duplicateBootstrapEntry,
  duplicateKey,
  emptyListElement,
  emptyValue,
  eventHubsLimits,
  fewBatchesInMemory,
  hostNameCheckOff,
  hugeBuffer,
  idempotenceConflict,
  idempotenceDefaultNotApplied,
  idempotenceDisabled,
  idleConnectionsTooShort,
  idleTimeoutTooLong,
  inFlightOne,
  inlineComment,
  internalKey,
  invalidBoolean,
  invalidBootstrapAddress,
  invalidChoice,
  invalidMetricsFilter,
  invalidNumber,
  jaasCredentialsMissing,
  jaasLoginModule,
  jaasMissing,
  jaasSyntax,
  jmxReporterDropped,
  keyNotInVersion,
  keysIgnored,
  largeBatchWithoutLinger,
  lingerTooLong,
  lingerZero,
  listDuplicateEntry,
  localhostBootstrap,
  loginModuleMismatch,
  lostBackslash,
  malformedUnicodeEscape,
  maxBlockTooLong,
  maxBlockTooShort,
  metadataAgeTooShort,
  missingRequiredSetting,
  mskIamHandler,
  noBrokerPort,
  noCompression,
  noEncryption,
  noRebootstrap,
  noRecordFits,
  noTimeForRetry,
  nonAsciiValue,
  oauthUrlPermission,
  obsoleteTls,
  oldProducerKey,
  otherClientKey,
  otherDialect,
  pemStoreType,
  platformConnection,
  platformIdempotence,
  prefixedKey,
  quotedValue,
  reconnectBackoffTooShort,
  recordAboveBuffer,
  requestAboveBrokerLimit,
  requestTimeoutBelowReplicaLag,
  requestTimeoutTooLong,
  requestTimeoutTooShort,
  retriesTooFew,
  retriesWithoutAcks,
  retriesWithoutIdempotence,
  retryBackoffZero,
  saslLogin,
  saslMechanismEmpty,
  saslWithoutTls,
  schemaRegistryMissing,
  serializerSetting,
  settingWithoutEffect,
  sharedTransactionalId,
  singleBootstrapEntry,
  slowCompression,
  smallSendBuffer,
  socketBufferZero,
  sslAlgorithm,
  sslStore,
  staleMetadata,
  staticBackoff,
  swallowedBootstrapAddress,
  swallowedLine,
  tinyBatches,
  tls13NeverUsed,
  trailingSemicolon,
  transactionTimeoutRefused,
  transactionTimeoutTooShort,
  transactionalIdWithoutIdempotence,
  truststoreWithoutPassword,
  twoPhaseCommitTimeout,
  unitSuffix,
  unknownEndpointIdentification,
  unknownKey,
  unknownSaslMechanism,
  unknownScenarioComment,
  unknownTlsName,
  unknownVersionComment,
  unresolvedPlaceholder,
  unsecuredOauthToken,
  untrimmedValue,
  unusedSecuritySettings,
  unusedSuppression,
  valueOutOfRange,
  verboseMetrics,
  voidValueSerializer,
];

/** The rule with an id. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.meta.id === id);
}
