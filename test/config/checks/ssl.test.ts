import { verdictTable } from "../evaluation-tables.js";

const SSL = "security.protocol=SSL\n";
const PEM = "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----";

verdictTable("TLS", {
  accepts: [
    [SSL],
    [`${SSL}ssl.protocol=TLSv1.2\nssl.keymanager.algorithm=PKIX\nssl.trustmanager.algorithm=sunx509`],
    [`${SSL}ssl.enabled.protocols=nonsense\nssl.cipher.suites=nonsense`],
    [`${SSL}ssl.truststore.type=BOGUS`],
    [`${SSL}ssl.truststore.certificates=x`, "2.6.3"],
    ["ssl.truststore.password=p"],
  ],
  rejects: [
    [`${SSL}ssl.truststore.password=p`, "SSL trust store is not specified, but trust store password is specified."],
    [`${SSL}ssl.keystore.password=`, "SSL key store is not specified, but key store password is specified."],
    [`${SSL}ssl.keystore.location=/k`, "SSL key store is specified, but key store password is not specified."],
    [`${SSL}ssl.truststore.location=`, "Failed to load SSL keystore  of type JKS"],
    [`${SSL}ssl.truststore.certificates=${PEM}`, /only for PEM, but trust store type is JKS\.$/],
    [`${SSL}ssl.truststore.type=PEM\nssl.truststore.certificates=abc`, "No matching CERTIFICATE entries in PEM file"],
    [
      `${SSL}ssl.truststore.type=PEM\nssl.truststore.certificates=${PEM}\nssl.truststore.location=/x`,
      /^Both SSL trust/,
    ],
    [`${SSL}ssl.keystore.type=PEM\nssl.keystore.key=x`, /^SSL private key is specified, but certificate chain/],
    [
      `${SSL}ssl.keystore.type=PEM\nssl.keystore.key=x\nssl.keystore.certificate.chain=y`,
      "Invalid PEM keystore configs",
    ],
    [`${SSL}ssl.keystore.certificate.chain=x`, "SSL certificate chain is specified, but private key is not specified"],
    [`${SSL}ssl.keystore.type=PEM\nssl.keystore.location=/x`, /but key password is not specified\.$/, "3.2.3"],
    [`${SSL}ssl.protocol=`, " SSLContext not available"],
    [`${SSL}ssl.provider=`, "missing provider"],
    [`${SSL}ssl.engine.factory.class=java.lang.String`, /cannot be cast to class .*SslEngineFactory/],
  ],
  leavesOpen: [
    [`${SSL}ssl.truststore.location=/t`, "ssl-store"],
    [`${SSL}ssl.truststore.type=PEM\nssl.truststore.certificates=${PEM}`, "ssl-store"],
    [`${SSL}ssl.protocol=TLSv1.4`, "ssl-algorithm"],
    [`${SSL}ssl.provider=BC`, "ssl-algorithm"],
    [`${SSL}ssl.engine.factory.class=com.example.Factory`, "class-not-found"],
  ],
});
