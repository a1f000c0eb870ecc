import { catalogData, existsIn, type Catalog } from "../core/catalog/catalog.js";
import type { EditorTextId } from "../core/messages/editor-texts.js";
import type { MessageData } from "../core/messages/format.js";
import { jaasTemplates } from "./jaas-templates.js";
import { platformSnippets } from "./platform-snippets.js";
import type { Template } from "./snippet-text.js";
import { ownOf } from "../core/text/own.js";

/** Lines that belong together: each a key and a value with places to fill in. */
export interface LineSnippet {
  readonly id: string;
  readonly about: EditorTextId;
  readonly data?: MessageData;
  readonly lines: readonly (readonly [key: string, value: Template])[];
}

const STRING_SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TRUST: LineSnippet["lines"] = [
  ["ssl.truststore.location", ["", "/path/to/truststore.jks", ""]],
  ["ssl.truststore.password", ["", "password", ""]],
];
const KEYS: LineSnippet["lines"] = [
  ["ssl.keystore.location", ["", "/path/to/keystore.jks", ""]],
  ["ssl.keystore.password", ["", "password", ""]],
  ["ssl.key.password", ["", "password", ""]],
];
const OAUTH_HANDLERS = [
  "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
  "org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler",
];

const known = new WeakMap<Catalog, readonly LineSnippet[]>();

/** The snippets of a release, with nothing in them that it does not know. */
export function lineSnippets(catalog: Catalog): readonly LineSnippet[] {
  let snippets = known.get(catalog);
  if (snippets === undefined) {
    snippets = all(catalog);
    known.set(catalog, snippets);
  }
  return snippets;
}

function all(catalog: Catalog): readonly LineSnippet[] {
  return [
    {
      id: "producer",
      about: "snippet/producer",
      lines: [
        ["bootstrap.servers", ["", "localhost:9092", ""]],
        ["key.serializer", [STRING_SERIALIZER]],
        ["value.serializer", [STRING_SERIALIZER]],
      ],
    },
    {
      id: "idempotent",
      about: "snippet/idempotent",
      lines: [
        ["acks", ["all"]],
        ["enable.idempotence", ["true"]],
      ],
    },
    {
      id: "transactional",
      about: "snippet/transactional",
      lines: [
        ["transactional.id", ["", "orders-1", ""]],
        ["acks", ["all"]],
        ["enable.idempotence", ["true"]],
      ],
    },
    {
      id: "batching",
      about: "snippet/batching",
      lines: [
        ["linger.ms", ["", "20", ""]],
        ["batch.size", ["", "131072", ""]],
        ["compression.type", ["lz4"]],
      ],
    },
    { id: "tls", about: "snippet/tls", lines: [["security.protocol", ["SSL"]], ...TRUST] },
    { id: "mutual-tls", about: "snippet/mutual-tls", lines: [["security.protocol", ["SSL"]], ...TRUST, ...KEYS] },
    sasl(catalog, "sasl-plain", "PLAIN"),
    sasl(catalog, "sasl-scram", "SCRAM-SHA-512"),
    { ...sasl(catalog, "sasl-kerberos", "GSSAPI", [["sasl.kerberos.service.name", ["", "kafka", ""]]]) },
    ...oauth(catalog),
    ...platformSnippets(catalog),
  ];
}

function sasl(catalog: Catalog, id: string, mechanism: string, more: LineSnippet["lines"] = []): LineSnippet {
  const jaas = jaasTemplates(catalog.version).find((template) => template.mechanism === mechanism)?.template ?? [];
  const about: EditorTextId = "snippet/sasl";
  const login: LineSnippet["lines"] = [
    ["security.protocol", ["SASL_SSL"]],
    ["sasl.mechanism", [mechanism]],
    ["sasl.jaas.config", jaas],
  ];
  return { id, about, lines: [...login, ...more] };
}

/** With a token endpoint, which releases from 3.1 on can ask (KIP-768). */
function oauth(catalog: Catalog): readonly LineSnippet[] {
  const classes = catalogData.instantiableClasses["org.apache.kafka.common.security.auth.AuthenticateCallbackHandler"];
  const handler = OAUTH_HANDLERS.find((name) => {
    const life = ownOf(classes, name);
    return life !== undefined && existsIn(life, catalog.version);
  });
  if (handler === undefined) return [];
  const credentials: LineSnippet["lines"] = [
    ["sasl.oauthbearer.client.credentials.client.id", ["", "client-id", ""]],
    ["sasl.oauthbearer.client.credentials.client.secret", ["", "client-secret", ""]],
  ];
  return [
    sasl(catalog, "sasl-oauth", "OAUTHBEARER", [
      ["sasl.login.callback.handler.class", [handler]],
      ["sasl.oauthbearer.token.endpoint.url", ["", "https://example.com/oauth2/token", ""]],
      ...credentials.filter(([key]) => catalog.keys.has(key)),
    ]),
  ];
}
