import { settingWithoutEffect } from "../../server/src/core/rules/all/setting-without-effect.js";
import { testRule } from "../support/rule-tester.js";

testRule(settingWithoutEffect, {
  accept: [
    {
      text: "compression.type=zstd\ncompression.zstd.level=3",
    },
    {
      text: "compression.type=typo\ncompression.zstd.level=3",
    },
    {
      text: "compression.zstd.level=3",
      version: "3.7",
    },
    {
      text: "partitioner.availability.timeout.ms=0\npartitioner.adaptive.partitioning.enable=false",
    },
    {
      text: "partitioner.availability.timeout.ms=1000",
    },
    {
      text: "partitioner.adaptive.partitioning.enable=false\npartitioner.ignore.keys=true",
    },
    {
      text: "metadata.recovery.rebootstrap.trigger.ms=1000",
    },
    {
      text: "transactional.id=a\ntransaction.timeout.ms=1000",
    },
    {
      text: "transaction.two.phase.commit.enable=false",
    },
    {
      text: "transaction.two.phase.commit.enable=true\ntransactional.id=a",
    },
    {
      text: "sasl.oauthbearer.jwt.validator.class=org.apache.kafka.common.security.oauthbearer.BrokerJwtValidator\nsasl.oauthbearer.expected.audience=a",
    },
    {
      text: "sasl.oauthbearer.scope.claim.name=scope",
    },
    {
      text: "sasl.oauthbearer.jwks.endpoint.url=https://example.org/keys\nsasl.oauthbearer.expected.audience=a",
    },
  ],
  reject: [
    {
      text: "compression.type=lz4\ncompression.zstd.level=[[3]]\n",
      message: "compression.zstd.level has no effect with compression.type lz4 (line 1).",
      fixes: [
        {
          title: "Remove compression.zstd.level (the default is 3)",
          result: "compression.type=lz4\n",
        },
      ],
    },
    {
      text: "compression.gzip.level=[[9]]\n",
      message: "compression.gzip.level has no effect with compression.type none (default).",
      fixes: [
        {
          title: "Remove compression.gzip.level (the default is -1)",
          result: "",
        },
      ],
    },
    {
      text: "partitioner.class=com.example.Mine\npartitioner.ignore.keys=[[true]]\n",
      message: "partitioner.ignore.keys has no effect with partitioner.class com.example.Mine (line 1).",
      fixes: [
        {
          title: "Remove partitioner.ignore.keys (the default is false)",
          result: "partitioner.class=com.example.Mine\n",
        },
      ],
    },
    {
      text: "partitioner.adaptive.partitioning.enable=false\npartitioner.availability.timeout.ms=[[1000]]\n",
      message:
        "partitioner.availability.timeout.ms has no effect with partitioner.adaptive.partitioning.enable false (line 1).",
      fixes: [
        {
          title: "Remove partitioner.availability.timeout.ms (the default is 0)",
          result: "partitioner.adaptive.partitioning.enable=false\n",
        },
      ],
    },
    {
      text: "metadata.recovery.strategy=NONE\nmetadata.recovery.rebootstrap.trigger.ms=[[1000]]\n",
      message: "metadata.recovery.rebootstrap.trigger.ms has no effect with metadata.recovery.strategy NONE (line 1).",
      fixes: [
        {
          title: "Remove metadata.recovery.rebootstrap.trigger.ms (the default is 300000)",
          result: "metadata.recovery.strategy=NONE\n",
        },
      ],
    },
    {
      text: "transaction.timeout.ms=[[1000]]\n",
      message: "transaction.timeout.ms has no effect without transactional.id, unless the program sets that.",
      fixes: [
        {
          title: "Remove transaction.timeout.ms (the default is 60000)",
          result: "",
        },
      ],
    },
    {
      text: "transaction.two.phase.commit.enable=[[true]]\n",
      message:
        "transaction.two.phase.commit.enable has no effect without transactional.id, unless the program sets that.",
      fixes: [
        {
          title: "Remove transaction.two.phase.commit.enable (the default is false)",
          result: "",
        },
      ],
    },
    {
      text: "sasl.oauthbearer.expected.audience=[[a]]\n",
      message:
        "sasl.oauthbearer.expected.audience is for brokers, which check tokens: a producer only fetches them and does not read it.",
      fixes: [
        {
          title: "Remove sasl.oauthbearer.expected.audience",
          result: "",
        },
      ],
    },
    {
      text: "sasl.oauthbearer.jwks.endpoint.url=[[https://example.org/keys]]\n",
      version: "4.0",
      message:
        "sasl.oauthbearer.jwks.endpoint.url is for brokers, which check tokens: a producer only fetches them and does not read it.",
      fixes: [
        {
          title: "Remove sasl.oauthbearer.jwks.endpoint.url",
          result: "",
        },
      ],
    },
  ],
});
