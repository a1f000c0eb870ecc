import { clearTextSecret } from "../../server/src/core/rules/all/clear-text-secret.js";
import { testRule } from "../support/rule-tester.js";

testRule(clearTextSecret, {
  accept: [
    {
      text: "ssl.key.password=changeit",
    },
    {
      text: "ssl.key.password=",
    },
    {
      text: "ssl.key.password=<password>",
    },
    {
      text: "ssl.keystore.password=${env:X}",
    },
    {
      text: "ssl.truststore.password=xxxx",
    },
    {
      text: "ssl.truststore.password=******",
    },
    {
      text: "ssl.key.password=REDACTED",
    },
    {
      text: "ssl.key.password=YOUR_PASSWORD",
    },
    {
      text: "ssl.key.password=your-password",
    },
    {
      text: "ssl.key.password={{ keyPassword }}",
    },
    {
      text: "ssl.truststore.certificates=-----BEGIN CERTIFICATE-----",
    },
    {
      text: 'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="<USERNAME>" password="<PASSWORD>";',
    },
    {
      text: 'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="${file:/run/secrets/kafka:password}";',
    },
    {
      text: "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=",
    },
    {
      text: "password=s3cr3t",
    },
  ],
  reject: [
    {
      text: "ssl.key.password=[[s3cr3t]]\nacks=all\n",
      message:
        "ssl.key.password stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SSL_KEY_PASSWORD",
          result:
            "ssl.key.password=${env:KAFKA_SSL_KEY_PASSWORD}\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nacks=all\n",
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password=[["s3cr3t-1"]];\n',
      message:
        "The password of the login stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SASL_PASSWORD",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="${env:KAFKA_SASL_PASSWORD}";\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n',
        },
      ],
    },
    {
      text: "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username=alice password=[[s3cr3t]];\n",
      message:
        "The password of the login stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SASL_PASSWORD",
          result:
            'sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username=alice password="${env:KAFKA_SASL_PASSWORD}";\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n',
        },
      ],
    },
    {
      text: "ssl.keystore.password=[[s3cr3t]]\n",
      version: "3.4",
      message:
        "ssl.keystore.password stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from /etc/kafka/secrets.properties",
          result:
            "ssl.keystore.password=${file:/etc/kafka/secrets.properties:ssl.keystore.password}\nconfig.providers=file\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider\n",
        },
      ],
    },
    {
      text: "ssl.keystore.password=[[s3cr3t]]\n",
      version: "2.2",
      message:
        "ssl.keystore.password stands here in clear text, for all who can read the file, its repository and its backups.",
    },
    {
      text: "config.providers=vault\nconfig.providers.vault.class=com.example.Vault\nssl.truststore.password=[[s3cr3t]]\n",
      message:
        "ssl.truststore.password stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SSL_TRUSTSTORE_PASSWORD",
          result:
            "config.providers=vault,env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nconfig.providers.vault.class=com.example.Vault\nssl.truststore.password=${env:KAFKA_SSL_TRUSTSTORE_PASSWORD}\n",
        },
      ],
    },
    {
      text: "config.providers=e\nconfig.providers.e.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nssl.truststore.password=[[s3cr3t]]\n",
      message:
        "ssl.truststore.password stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SSL_TRUSTSTORE_PASSWORD",
          result:
            "config.providers=e\nconfig.providers.e.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nssl.truststore.password=${e:KAFKA_SSL_TRUSTSTORE_PASSWORD}\n",
        },
      ],
    },
    {
      text: "config.providers=env\nconfig.providers.env.class=com.example.Mine\nssl.truststore.password=[[s3cr3t]]\n",
      message:
        "ssl.truststore.password stands here in clear text, for all who can read the file, its repository and its backups.",
    },
    {
      text: "sasl.oauthbearer.client.credentials.client.secret=[[s3cr3t]]\n",
      message:
        "sasl.oauthbearer.client.credentials.client.secret stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET",
          result:
            "sasl.oauthbearer.client.credentials.client.secret=${env:KAFKA_SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET}\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n",
        },
      ],
    },
    {
      text: 'sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId="me" clientSecret=[["s3cr3t"]];\n',
      message:
        "The clientSecret of the login stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SASL_CLIENT_SECRET",
          result:
            'sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId="me" clientSecret="${env:KAFKA_SASL_CLIENT_SECRET}";\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n',
        },
      ],
    },
    {
      text: "schema.registry.basic.auth.user.info=[[me:s3cr3t]]\n",
      message:
        "schema.registry.basic.auth.user.info stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO",
          result:
            "schema.registry.basic.auth.user.info=${env:KAFKA_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO}\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n",
        },
      ],
    },
    {
      text: "ssl.key.password=[[s3cr3t]]\n",
      profile: "strict",
      message:
        "ssl.key.password stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SSL_KEY_PASSWORD",
          result:
            "ssl.key.password=${env:KAFKA_SSL_KEY_PASSWORD}\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n",
        },
      ],
    },
    {
      text: "ssl.keystore.key=[[-----BEGIN PRIVATE KEY----- \\\n  MIIE \\\n  -----END PRIVATE KEY-----]]\n",
      message:
        "ssl.keystore.key stands here in clear text, for all who can read the file, its repository and its backups.",
      fixes: [
        {
          title: "Read it from the environment variable KAFKA_SSL_KEYSTORE_KEY",
          result:
            "ssl.keystore.key=${env:KAFKA_SSL_KEYSTORE_KEY}\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n",
        },
      ],
    },
  ],
});
