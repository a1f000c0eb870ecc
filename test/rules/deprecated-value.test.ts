import { deprecatedValue } from "../../server/src/core/rules/all/deprecated-value.js";
import { testRule } from "../support/rule-tester.js";

testRule(deprecatedValue, {
  accept: [
    { text: "client.dns.lookup=default" },
    { text: "client.dns.lookup=default", version: "2.5" },
    { text: "partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner", version: "3.9" },
  ],
  reject: [
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.internals.DefaultPartitioner]]",
      version: "3.9",
      message:
        "partitioner.class: DefaultPartitioner is deprecated since Kafka 3.3 and gone in 4.0, where the producer does not start with it.\nKafka: DefaultPartitioner is deprecated.  Please clear partitioner.class configuration setting to get the default partitioning behavior",
      fixes: [{ title: "Remove partitioner.class", result: "" }],
    },
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.UniformStickyPartitioner]]",
      version: "3.3",
      message:
        "partitioner.class: UniformStickyPartitioner is deprecated since Kafka 3.3 and gone in 4.0, where the producer does not start with it.\nKafka: UniformStickyPartitioner is deprecated.  Please clear partitioner.class configuration setting and set partitioner.ignore.keys to 'true' to get the uniform sticky partitioning behavior",
      fixes: [{ title: "Replace with partitioner.ignore.keys=true", result: "partitioner.ignore.keys=true" }],
    },
    {
      text: "client.dns.lookup=[[default]]",
      version: "2.8",
      message:
        "client.dns.lookup: \"default\" is deprecated since Kafka 2.6 and gone in 3.0, where the producer does not start with it.\nKafka: Configuration 'client.dns.lookup' with value 'default' is deprecated and will be removed in future version. Please use 'use_all_dns_ips' or another non-deprecated value.",
      fixes: [{ title: "Set client.dns.lookup to use_all_dns_ips", result: "client.dns.lookup=use_all_dns_ips" }],
    },
    {
      text: "sasl.login.callback.handler.class=[[org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler]]",
      version: "3.9",
      message:
        "sasl.login.callback.handler.class: OAuthBearerLoginCallbackHandler is deprecated since Kafka 3.4 and gone in 4.0, where the producer does not start with it.",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
          result:
            "sasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
        },
      ],
    },
  ],
});
