import { unknownTlsName } from "../../server/src/core/rules/all/unknown-tls-name.js";
import { testRule } from "../support/rule-tester.js";

testRule(unknownTlsName, {
  accept: [
    { text: "ssl.enabled.protocols=TLS1.3" },
    { text: "security.protocol=SSL\nssl.enabled.protocols=TLSv1.2,TLSv1.3" },
    { text: "security.protocol=SSL\nssl.enabled.protocols=GMTLSv1.1" },
    { text: "security.protocol=SSL\nssl.cipher.suites=TLS_AES_256_GCM_SHA384" },
  ],
  reject: [
    {
      text: "security.protocol=SSL\nssl.cipher.suites=TLS_AES_256_GCM_SHA384,[[DHE-RSA-CHACHA20-POLY1305]]",
      message: /^"DHE-RSA-CHACHA20-POLY1305" is the name that OpenSSL has/,
      fixes: [
        {
          title: "Replace with TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          result:
            "security.protocol=SSL\nssl.cipher.suites=TLS_AES_256_GCM_SHA384,TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.cipher.suites=[[AES256-SHA]]",
      message: /^"AES256-SHA" is the name that OpenSSL has/,
      fixes: [
        {
          title: "Replace with TLS_RSA_WITH_AES_256_CBC_SHA",
          result: "security.protocol=SSL\nssl.cipher.suites=TLS_RSA_WITH_AES_256_CBC_SHA",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.cipher.suites=[[ECDHE-ECDSA-CAMELLIA128-SHA256]]",
      message: /^"ECDHE-ECDSA-CAMELLIA128-SHA256" is the name that OpenSSL has/,
    },
    {
      text: "security.protocol=SSL\nssl.enabled.protocols=TLSv1.2, [[TLS1.3]]\n",
      message: '"TLS1.3" is no TLS protocol, TLSv1.3 is: the producer starts, but every connection fails.',
      fixes: [
        { title: "Replace with TLSv1.3", result: "security.protocol=SSL\nssl.enabled.protocols=TLSv1.2, TLSv1.3\n" },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.enabled.protocols=[[TLSv13]]\n",
      message: '"TLSv13" is no TLS protocol, TLSv1.3 is: the producer starts, but every connection fails.',
      fixes: [{ title: "Replace with TLSv1.3", result: "security.protocol=SSL\nssl.enabled.protocols=TLSv1.3\n" }],
    },
    {
      text: "security.protocol=SASL_SSL\nssl.enabled.protocols=[[tlsv1.2]]",
      message: '"tlsv1.2" is no TLS protocol, TLSv1.2 is: the producer starts, but every connection fails.',
      fixes: [{ title: "Replace with TLSv1.2", result: "security.protocol=SASL_SSL\nssl.enabled.protocols=TLSv1.2" }],
    },
    {
      text: "security.protocol=SSL\nssl.cipher.suites=[[ECDHE-RSA-AES128-GCM-SHA256]]",
      message:
        '"ECDHE-RSA-AES128-GCM-SHA256" is the name that OpenSSL has for a cipher suite, not Java: the producer starts, but every connection fails.',
      fixes: [
        {
          title: "Replace with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          result: "security.protocol=SSL\nssl.cipher.suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.cipher.suites=[[tls_aes_128_gcm_sha256]]\n",
      message:
        '"tls_aes_128_gcm_sha256" is no cipher suite, TLS_AES_128_GCM_SHA256 is: the producer starts, but every connection fails.',
      fixes: [
        {
          title: "Replace with TLS_AES_128_GCM_SHA256",
          result: "security.protocol=SSL\nssl.cipher.suites=TLS_AES_128_GCM_SHA256\n",
        },
      ],
    },
  ],
});
