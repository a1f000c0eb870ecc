import { jaasLoginModule } from "../../server/src/core/rules/all/jaas-login-module.js";
import { testRule } from "../support/rule-tester.js";

testRule(jaasLoginModule, {
  accept: [
    { text: "security.protocol=SASL_SSL\nsasl.jaas.config=com.acme.MyLoginModule required;" },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=com.sun.security.auth.module.JndiLoginModule required;",
      version: "3.3",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=com.sun.security.auth.module.LdapLoginModule required;",
      version: "3.9.0",
    },
  ],
  reject: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=[["hunter 2"]] required;',
      message:
        "This is no login module that Java finds: the producer does not start.\nKafka: LoginException: No LoginModule found for ***",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.security.plain.PlainLoginModule",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=[[PlainLoginModule]] required username=a password=b;",
      message:
        "The login module needs its full class name: the producer does not start.\nKafka: LoginException: No LoginModule found for PlainLoginModule",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.security.plain.PlainLoginModule",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=b;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=[[org.apache.kafka.common.serialization.StringSerializer]] required username=a password=b;",
      message:
        "StringSerializer is no login module that Java finds: the producer does not start.\nKafka: LoginException: java.lang.ClassCastException: class org.apache.kafka.common.serialization.StringSerializer cannot be cast to class javax.security.auth.spi.LoginModule (org.apache.kafka.common.serialization.StringSerializer is in unnamed module of loader 'app'; javax.security.auth.spi.LoginModule is in module java.base of loader 'bootstrap')",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.security.scram.ScramLoginModule",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username=a password=b;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=[[com.sun.security.auth.module.JndiLoginModule]] required;",
      message:
        "Kafka refuses JndiLoginModule as login module, because attackers can use it: the producer does not start.\nKafka: IllegalArgumentException: com.sun.security.auth.module.JndiLoginModule is not allowed. The system property 'org.apache.kafka.disallowed.login.modules' is deprecated. Use the org.apache.kafka.allowed.login.modules to allow this module. e.g.,-Dorg.apache.kafka.allowed.login.modules=com.sun.security.auth.module.JndiLoginModule",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.security.plain.PlainLoginModule",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=[[com.sun.security.auth.module.LdapLoginModule]] required;",
      version: "4.1",
      message:
        "Kafka refuses LdapLoginModule as login module, because attackers can use it: the producer does not start.\nKafka: IllegalArgumentException: com.sun.security.auth.module.LdapLoginModule is not allowed. Update System property 'org.apache.kafka.disallowed.login.modules' to allow com.sun.security.auth.module.LdapLoginModule",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.security.plain.PlainLoginModule",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;",
        },
      ],
    },
  ],
});
