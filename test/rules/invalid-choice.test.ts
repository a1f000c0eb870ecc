import { invalidChoice } from "../../server/src/core/rules/all/invalid-choice.js";
import { testRule } from "../support/rule-tester.js";

testRule(invalidChoice, {
  accept: [
    { text: "acks=all " },
    { text: 'acks="all"' },
    { text: "acks=all # safest" },
    { text: "security.protocol=ssl" },
    { text: "client.dns.lookup=default", version: "2.8" },
    { text: "security.protocol=ssl", version: "3.2" },
  ],
  reject: [
    {
      text: "acks=[[ALL]]",
      message:
        'acks must be all in exactly this case, not "ALL": the producer does not start.\nKafka: ConfigException: Invalid value ALL for configuration acks: String must be one of: all, -1, 0, 1',
      fixes: [
        { title: "Set acks to all", result: "acks=all" },
        { title: "Remove acks (the default is all)", result: "" },
      ],
    },
    {
      text: "acks=[[2]]",
      message:
        'acks does not count replicas: it must be one of all, -1, 0, 1, but is "2": the producer does not start. How many replicas must confirm is min.insync.replicas of the topic.\nKafka: ConfigException: Invalid value 2 for configuration acks: String must be one of: all, -1, 0, 1',
      fixes: [
        { title: "Set acks to all", result: "acks=all" },
        { title: "Remove acks (the default is all)", result: "" },
      ],
    },
    {
      text: "[[acks]]=",
      message:
        "acks has no value, but must be one of all, -1, 0, 1: the producer does not start.\nKafka: ConfigException: Invalid value  for configuration acks: String must be one of: all, -1, 0, 1",
      fixes: [
        { title: "Set acks to all", result: "acks=all" },
        { title: "Set acks to -1", result: "acks=-1" },
        { title: "Set acks to 0", result: "acks=0" },
        { title: "Set acks to 1", result: "acks=1" },
        { title: "Remove acks (the default is all)", result: "" },
      ],
    },
    {
      text: "acks=[[weird]]",
      message:
        'acks must be one of all, -1, 0, 1, but is "weird": the producer does not start.\nKafka: ConfigException: Invalid value weird for configuration acks: String must be one of: all, -1, 0, 1',
      fixes: [
        { title: "Set acks to all", result: "acks=all" },
        { title: "Set acks to -1", result: "acks=-1" },
        { title: "Set acks to 0", result: "acks=0" },
        { title: "Set acks to 1", result: "acks=1" },
        { title: "Remove acks (the default is all)", result: "" },
      ],
    },
    {
      text: "compression.type=[[producer]]",
      message:
        '"producer" is a compression.type of topics and brokers; here it must be one of none, gzip, snappy, lz4, zstd: the producer does not start.\nKafka: ConfigException: Invalid value producer for configuration compression.type: String must be one of: none, gzip, snappy, lz4, zstd',
      fixes: [
        { title: "Set compression.type to none", result: "compression.type=none" },
        { title: "Remove compression.type (the default is none)", result: "" },
      ],
    },
    {
      text: "compression.type=[[Snappy]]",
      version: "3.2",
      message:
        'compression.type must be snappy in exactly this case, not "Snappy": the producer does not start.\nKafka: IllegalArgumentException: Unknown compression name: Snappy',
      fixes: [
        { title: "Set compression.type to snappy", result: "compression.type=snappy" },
        { title: "Remove compression.type (the default is none)", result: "" },
      ],
    },
    {
      text: "compression.type=[[brotli]]",
      message:
        'compression.type must be one of none, gzip, snappy, lz4, zstd, but is "brotli": the producer does not start.\nKafka: ConfigException: Invalid value brotli for configuration compression.type: String must be one of: none, gzip, snappy, lz4, zstd',
      fixes: [{ title: "Remove compression.type (the default is none)", result: "" }],
    },
    {
      text: "compression.type=[[zstdd]]",
      message:
        'compression.type must be one of none, gzip, snappy, lz4, zstd, but is "zstdd": the producer does not start.\nKafka: ConfigException: Invalid value zstdd for configuration compression.type: String must be one of: none, gzip, snappy, lz4, zstd',
      fixes: [
        { title: "Set compression.type to zstd", result: "compression.type=zstd" },
        { title: "Remove compression.type (the default is none)", result: "" },
      ],
    },
    {
      text: "client.dns.lookup=[[default]]",
      message:
        'client.dns.lookup no longer takes "default" since Kafka 3.0; one of use_all_dns_ips, resolve_canonical_bootstrap_servers_only is left: the producer does not start.\nKafka: ConfigException: Invalid value default for configuration client.dns.lookup: String must be one of: use_all_dns_ips, resolve_canonical_bootstrap_servers_only',
      fixes: [
        { title: "Set client.dns.lookup to use_all_dns_ips", result: "client.dns.lookup=use_all_dns_ips" },
        { title: "Remove client.dns.lookup (the default is use_all_dns_ips)", result: "" },
      ],
    },
    {
      text: "metrics.recording.level=[[TRACE]]",
      version: "2.6",
      message:
        'metrics.recording.level takes "TRACE" from Kafka 2.7 on; here it must be one of INFO, DEBUG: the producer does not start.\nKafka: ConfigException: Invalid value TRACE for configuration metrics.recording.level: String must be one of: INFO, DEBUG',
      fixes: [
        { title: "Set metrics.recording.level to DEBUG", result: "metrics.recording.level=DEBUG" },
        { title: "Remove metrics.recording.level (the default is INFO)", result: "" },
      ],
    },
    {
      text: "security.protocol=[[sasl_ssl]]",
      version: "3.4",
      message:
        'security.protocol must be SASL_SSL in exactly this case, not "sasl_ssl": the producer does not start.\nKafka: ConfigException: Invalid value sasl_ssl for configuration security.protocol: String must be one of: PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL',
      fixes: [{ title: "Set security.protocol to SASL_SSL", result: "security.protocol=SASL_SSL" }],
    },
    {
      text: "security.protocol=[[sasl-ssl]]",
      message:
        'security.protocol must be one of PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL, but is "sasl-ssl": the producer does not start.\nKafka: ConfigException: Invalid value sasl-ssl for configuration security.protocol: String must be one of (case insensitive): SASL_SSL, PLAINTEXT, SSL, SASL_PLAINTEXT',
      fixes: [{ title: "Set security.protocol to SASL_SSL", result: "security.protocol=SASL_SSL" }],
    },
    {
      text: "security.protocol=[[TLS]]",
      version: "3.2",
      message:
        'security.protocol must be one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL, but is "TLS": the producer does not start.\nKafka: IllegalArgumentException: No enum constant org.apache.kafka.common.security.auth.SecurityProtocol.TLS',
      fixes: [{ title: "Set security.protocol to SSL", result: "security.protocol=SSL" }],
    },
    {
      text: "metadata.recovery.strategy=[[rebootstrapp]]",
      message:
        'metadata.recovery.strategy must be one of none, rebootstrap, but is "rebootstrapp": the producer does not start.\nKafka: ConfigException: Invalid value rebootstrapp for configuration metadata.recovery.strategy: String must be one of (case insensitive): REBOOTSTRAP, NONE',
      fixes: [
        { title: "Set metadata.recovery.strategy to rebootstrap", result: "metadata.recovery.strategy=rebootstrap" },
        { title: "Remove metadata.recovery.strategy (the default is rebootstrap)", result: "" },
      ],
    },
    {
      text: "sasl.oauthbearer.assertion.algorithm=[[HS256]]",
      message:
        'sasl.oauthbearer.assertion.algorithm must be one of ES256, RS256, but is "HS256": the producer does not start.\nKafka: ConfigException: Invalid value HS256 for configuration sasl.oauthbearer.assertion.algorithm: String must be one of (case insensitive): ES256, RS256',
      fixes: [
        {
          title: "Set sasl.oauthbearer.assertion.algorithm to ES256",
          result: "sasl.oauthbearer.assertion.algorithm=ES256",
        },
        {
          title: "Set sasl.oauthbearer.assertion.algorithm to RS256",
          result: "sasl.oauthbearer.assertion.algorithm=RS256",
        },
        { title: "Remove sasl.oauthbearer.assertion.algorithm (the default is RS256)", result: "" },
      ],
    },
    {
      text: "security.protocol=[[PLAINTEXTSASL]]",
      message:
        'security.protocol must be one of PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL, but is "PLAINTEXTSASL": the producer does not start.\nKafka: ConfigException: Invalid value PLAINTEXTSASL for configuration security.protocol: String must be one of (case insensitive): SASL_SSL, PLAINTEXT, SSL, SASL_PLAINTEXT',
      fixes: [{ title: "Set security.protocol to SASL_PLAINTEXT", result: "security.protocol=SASL_PLAINTEXT" }],
    },
  ],
});
