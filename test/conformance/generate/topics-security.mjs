// security.protocol, SASL mechanisms, OAuth keys, and combinations of TLS stores. No text here reaches a
// key server, a token server or a file that exists.
import { grid, line, lines } from "./text.mjs";

const PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
const SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
const OAUTH = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";
const HANDLERS = [
  "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
  "org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler",
];
const gridTexts = (choices) => grid(choices).map(lines);
const plain = (options, rest = "") => `${PLAIN} required${options}${rest}`;

export function mechanisms(random) {
  const credentials = ' username="u" password="p"';
  const all = gridTexts({
    "security.protocol": ["SASL_PLAINTEXT", "SASL_SSL", "sasl_ssl", "PLAINTEXT", "SSL", "Sasl_Plaintext"],
    "sasl.mechanism": [
      undefined,
      "PLAIN",
      "SCRAM-SHA-256",
      "SCRAM-SHA-512",
      "OAUTHBEARER",
      "plain",
      "",
      " PLAIN ",
      "FOO",
    ],
    "sasl.jaas.config": [
      undefined,
      plain(credentials, ";"),
      `${SCRAM} required${credentials};`,
      `${OAUTH} required;`,
      `${OAUTH} required unsecuredLoginStringClaim_sub="u";`,
      `${OAUTH} required clientId="c" clientSecret="s";`,
      plain(credentials),
    ],
  });
  const classes = gridTexts({
    "security.protocol": ["SASL_PLAINTEXT", "PLAINTEXT"],
    "sasl.mechanism": ["PLAIN"],
    "sasl.jaas.config": [plain(credentials, ";")],
    "sasl.login.class": [
      undefined,
      "java.lang.String",
      "org.apache.kafka.common.security.authenticator.DefaultLogin",
      "com.example.Missing",
    ],
    "sasl.login.callback.handler.class": [undefined, "java.lang.String", "com.example.Missing", "java.util.List"],
    "sasl.client.callback.handler.class": [
      undefined,
      "java.lang.String",
      "org.apache.kafka.common.security.authenticator.SaslClientCallbackHandler",
    ],
  });
  return [...random.some(all, 260), ...random.some(classes, 60)];
}

export function oauth(random) {
  const all = gridTexts({
    "security.protocol": ["SASL_PLAINTEXT"],
    "sasl.mechanism": ["OAUTHBEARER"],
    "sasl.jaas.config": [
      `${OAUTH} required;`,
      `${OAUTH} required scope="s";`,
      `${OAUTH} required clientSecret="s";`,
      `${OAUTH} required unsecuredLoginStringClaim_sub="u" unsecuredLoginLifetimeSeconds="60";`,
      `${OAUTH} required unsecuredLoginStringClaim_sub="";`,
      `${OAUTH} required unsecuredLoginLifetimeSeconds="x" unsecuredLoginStringClaim_sub="u";`,
    ],
    "sasl.login.callback.handler.class": [undefined, ...HANDLERS],
    "sasl.oauthbearer.token.endpoint.url": [
      undefined,
      "",
      "foo",
      "ftp://127.0.0.1/t",
      "file:///nonexistent/token",
      "http:/",
      " https://127.0.0.1:1/t ",
      "https://127.0.0.1:1/t",
    ],
    "sasl.login.connect.timeout.ms": [undefined, "-1"],
    "sasl.oauthbearer.jwt.retriever.class": [
      undefined,
      "java.lang.String",
      "org.apache.kafka.common.security.oauthbearer.FileJwtRetriever",
    ],
    "sasl.oauthbearer.scope.claim.name": [undefined, "", "s"],
  });
  return random.some(all, 260);
}

export function protocols() {
  const values = ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"].flatMap((name) => [
    name,
    name.toLowerCase(),
    ` ${name} `,
    `${name}\u00a0`,
    name.charAt(0) + name.slice(1).toLowerCase(),
  ]);
  return [...values, "TLS", "SASL-SSL", "SASL", "", "NONE", "SSL,PLAINTEXT", "ſſl", "plaıntext"].map((value) =>
    line("security.protocol", value),
  );
}

export function stores(random) {
  const pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";
  const key = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----";
  const choices = {
    "security.protocol": ["SSL", "SSL", "SASL_SSL", "PLAINTEXT"],
    "ssl.truststore.type": [undefined, undefined, "JKS", "PKCS12", "PEM", "pem", "BOGUS", ""],
    "ssl.truststore.location": [undefined, undefined, "/nonexistent/t.jks", ""],
    "ssl.truststore.password": [undefined, undefined, "p", ""],
    "ssl.truststore.certificates": [undefined, undefined, undefined, pem, "abc", ""],
    "ssl.keystore.type": [undefined, undefined, "JKS", "PEM", "pem", "BOGUS"],
    "ssl.keystore.location": [undefined, undefined, undefined, "/nonexistent/k.jks", ""],
    "ssl.keystore.password": [undefined, undefined, "p", ""],
    "ssl.keystore.key": [undefined, undefined, undefined, key, "abc", ""],
    "ssl.keystore.certificate.chain": [undefined, undefined, undefined, pem, "abc", ""],
    "ssl.key.password": [undefined, undefined, undefined, "p", ""],
  };
  const draw = () =>
    lines(Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, random.pick(values)])));
  return [...Array.from({ length: 420 }, draw), ...algorithms()];
}

function algorithms() {
  const choices = {
    "ssl.protocol": ["TLS", "TLSv1.2", "TLSv1.3", "SSL", "SSLv3", "TLSv1.4", "tlsv1.3", "", " TLSv1.3 "],
    "ssl.provider": ["", "SunJSSE", "BC", " "],
    "ssl.keymanager.algorithm": ["SunX509", "PKIX", "X", ""],
    "ssl.trustmanager.algorithm": ["PKIX", "SunX509", "X", ""],
    "ssl.secure.random.implementation": ["SHA1PRNG", "NativePRNG", "X", ""],
    "ssl.enabled.protocols": ["TLSv1.2", "TLSv1.3,TLSv1.2", "TLSv13", "", "TLSv1.2,", "TLSv1.2,TLSv1.2", ","],
    "ssl.cipher.suites": ["TLS_AES_256_GCM_SHA384", "X", "", "a,", "a,a"],
    "ssl.endpoint.identification.algorithm": ["https", "HTTPS", "ldaps", "", "none", " "],
    "ssl.engine.factory.class": [
      "org.apache.kafka.common.security.ssl.DefaultSslEngineFactory",
      "java.lang.String",
      "com.example.Missing",
      "",
      "org.apache.kafka.common.security.auth.SslEngineFactory",
    ],
  };
  return Object.entries(choices).flatMap(([key, values]) =>
    ["SSL", "PLAINTEXT"].flatMap((protocol) => gridTexts({ "security.protocol": [protocol], [key]: values })),
  );
}

/** One provider of values, or several, and where they are used. */
export function providers(random) {
  const provider = "org.apache.kafka.common.config.provider";
  const classes = [
    undefined,
    `${provider}.FileConfigProvider`,
    `${provider}.EnvVarConfigProvider`,
    `${provider}.DirectoryConfigProvider`,
    `${provider}.FileConfigProvider `,
    "com.example.Missing",
    "java.lang.String",
    "java.util.List",
    "",
    `${provider}.ConfigProvider`,
  ];
  const uses = [
    "${p:ACKWISE_UNSET}",
    "${p:a:b}",
    "${q:a:b}",
    "${p}",
    "${p:}",
    "${:a}",
    "${p::}",
    "${p:/nonexistent:key}",
    "a${q:x}b${HOME}c",
    "$${q:x}",
    "${p:a:b:c}",
    "${q:a}${q:b}",
    "${q:{x}}",
    "{q:x}",
  ];
  const choices = {
    "config.providers": ["p", "p", "p", "p,q", "q,p", "p, q", " p", "p ", "", ",", "p,", "p,p", "P"],
    "config.providers.p.class": classes,
    "config.providers.q.class": [
      undefined,
      undefined,
      undefined,
      `${provider}.EnvVarConfigProvider`,
      "com.example.Missing",
    ],
    "config.providers.p.param.allowed.paths": [undefined, undefined, undefined, "relative", "/nonexistent", ""],
    "config.providers.p.param.allowlist.pattern": [undefined, undefined, undefined, "A.*", "("],
    "client.id": [undefined, ...uses],
    retries: [undefined, undefined, undefined, "${p:ACKWISE_UNSET}", "${q:a:b}", "${HOME}"],
    "bootstrap.servers": [undefined, undefined, undefined, undefined, "${q:a:b}", "${q:a}:9092"],
  };
  const draw = () =>
    lines(Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, random.pick(values)])));
  return [...Array.from({ length: 260 }, draw), ...uses.map((use) => line("client.id", use))];
}
