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
