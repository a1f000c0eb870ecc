import { isAtLeast, type KafkaVersion } from "../../catalog/version.js";

/** A login module with what people write behind it. */
export interface LoginModule {
  readonly name: string;
  /** SASL mechanisms that use it. */
  readonly mechanisms: readonly string[];
  /** Option names, required ones first; `example` is what a template shows in its place. */
  readonly options: readonly LoginOption[];
}

export interface LoginOption {
  readonly name: string;
  readonly isRequired: boolean;
  readonly example: string;
  /** `true` and `false` and bare words stand without quotes. */
  readonly isQuoted: boolean;
}

const option = (name: string, example: string, isRequired: boolean, isQuoted = true): LoginOption => ({
  name,
  isRequired,
  example,
  isQuoted,
});

const LOGIN: readonly LoginOption[] = [option("username", "username", true), option("password", "password", true)];

/** From 4.1 on these are settings of their own, sasl.oauthbearer.client.credentials.* and sasl.oauthbearer.scope (KIP-1139). */
const OAUTH: readonly LoginOption[] = [
  option("clientId", "client-id", true),
  option("clientSecret", "client-secret", true),
  option("scope", "scope", false),
];

/** The login modules of a release, by mechanism. */
export function loginModules(version: KafkaVersion): readonly LoginModule[] {
  const hasOwnSettings = isAtLeast(version, "4.1.0");
  return [
    { name: "org.apache.kafka.common.security.plain.PlainLoginModule", mechanisms: ["PLAIN"], options: LOGIN },
    {
      name: "org.apache.kafka.common.security.scram.ScramLoginModule",
      mechanisms: ["SCRAM-SHA-512", "SCRAM-SHA-256"],
      options: [...LOGIN, option("tokenauth", "true", false)],
    },
    {
      name: "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule",
      mechanisms: ["OAUTHBEARER"],
      options: hasOwnSettings ? OAUTH.map((one) => ({ ...one, isRequired: false })) : OAUTH,
    },
    {
      name: "com.sun.security.auth.module.Krb5LoginModule",
      mechanisms: ["GSSAPI"],
      options: [
        option("useKeyTab", "true", true, false),
        option("storeKey", "true", true, false),
        option("keyTab", "/path/to/client.keytab", true),
        option("principal", "client@EXAMPLE.COM", true),
        option("useTicketCache", "true", false, false),
        option("serviceName", "kafka", false),
      ],
    },
  ];
}
