import { saslLogin } from "../../server/src/core/rules/all/sasl-login.js";
import { testRule } from "../support/rule-tester.js";

testRule(saslLogin, {
  accept: [
    {
      text: "security.protocol=SASL_SSL\nsasl.kerberos.service.name=kafka\nsasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useTicketCache=true;",
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="alice";',
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
      version: "3.9",
    },
  ],
  reject: [
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.login.retry.backoff.ms=20000\nsasl.login.retry.backoff.max.ms=[[15000]]\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
      message: /^sasl.login.retry.backoff.max.ms must be at least/,
      fixes: [
        {
          title: "Set sasl.login.retry.backoff.max.ms to 20000",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.login.retry.backoff.ms=20000\nsasl.login.retry.backoff.max.ms=20000\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
        },
        {
          title: "Remove sasl.login.retry.backoff.ms (the default is 100)",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.login.retry.backoff.max.ms=15000\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=[[com.sun.security.auth.module.Krb5LoginModule required useTicketCache=true;]]",
      message:
        "Kerberos needs the service name of the brokers, usually kafka: the producer does not start.\nKafka: IllegalArgumentException: No serviceName defined in either JAAS or Kafka config",
      fixes: [
        {
          title: "Add sasl.kerberos.service.name=kafka",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useTicketCache=true;\nsasl.kerberos.service.name=kafka",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.kerberos.service.name=[[kafka]]\nsasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required serviceName=other;",
      message:
        "sasl.kerberos.service.name and serviceName in sasl.jaas.config differ: the producer does not start.\nKafka: IllegalArgumentException: Conflicting serviceName values found in JAAS and Kafka configs value in JAAS file other, value in Kafka config kafka",
      fixes: [
        {
          title: "Remove sasl.kerberos.service.name",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required serviceName=other;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=[[org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;]]",
      message:
        "Here the client makes an unsigned token for development, for which unsecuredLoginStringClaim_sub is missing or wrong: the producer does not start. A real token needs another sasl.login.callback.handler.class.\nKafka: LoginException: An internal error occurred while retrieving token from callback handler",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=[[org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;]]",
      message:
        "OAuthBearerLoginModule gets no token from the callback handler in use: the producer does not start.\nKafka: LoginException: An internal error occurred while retrieving token from callback handler",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.login.callback.handler.class=[[org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler]]\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=b;",
      message:
        "OAuthBearerLoginCallbackHandler does not work with sasl.mechanism PLAIN: the producer does not start.\nKafka: IllegalArgumentException: Unexpected SASL mechanism: PLAIN",
      fixes: [
        {
          title: "Remove sasl.login.callback.handler.class",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=b;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=[[org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler]]\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
      version: "3.9",
      message:
        "The OAuth login needs sasl.oauthbearer.token.endpoint.url, which is not set: the producer does not start.\nKafka: ConfigException: The OAuth configuration option sasl.oauthbearer.token.endpoint.url value must be non-null",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=[[login.example.com/token]]\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
      message:
        "The OAuth login cannot work with this sasl.oauthbearer.token.endpoint.url: the producer does not start.\nKafka: ConfigException: The class org.apache.kafka.common.security.oauthbearer.DefaultJwtRetriever defined in the sasl.oauthbearer.jwt.retriever.class configuration encountered an error on configure(): The OAuth configuration option sasl.oauthbearer.token.endpoint.url contains a URL (login.example.com/token) that is malformed: no protocol: login.example.com/token",
      fixes: [
        {
          title: "Set sasl.oauthbearer.token.endpoint.url to https://login.example.com/token",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.jaas.config=[[org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientSecret=b;]]",
      version: "3.9",
      message:
        "The OAuth login lacks an option in sasl.jaas.config, or one has no value: the producer does not start.\nKafka: ConfigException: The OAuth configuration option clientId value must be non-null",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.login.retry.backoff.ms=[[20000]]\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
      version: "3.9",
      message:
        "sasl.login.retry.backoff.max.ms must be at least sasl.login.retry.backoff.ms, and neither is negative: the producer does not start.\nKafka: LoginException: java.lang.IllegalArgumentException: retryBackoffMaxMs value (10000) is less than retryBackoffMs value (20000)",
      fixes: [
        {
          title: "Add sasl.login.retry.backoff.max.ms=20000",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.login.retry.backoff.ms=20000\nsasl.login.retry.backoff.max.ms=20000\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
        },
        {
          title: "Remove sasl.login.retry.backoff.ms (the default is 100)",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://login.example.com/token\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
        },
      ],
    },
  ],
});
