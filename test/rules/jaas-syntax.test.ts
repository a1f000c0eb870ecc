import { jaasSyntax } from "../../server/src/core/rules/all/jaas-syntax.js";
import { testRule } from "../support/rule-tester.js";

testRule(jaasSyntax, {
  accept: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";',
    },
    { text: "sasl.jaas.config=no SASL, nobody reads it" },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule REQUIRED \\\n  username=alice password='x y'; ",
    },
    {
      text: "security.protocol=SASL_SSL\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nsasl.jaas.config=${env:JAAS}",
    },
  ],
  reject: [
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required password=my [[own secret]] username=a;",
      message: /^Every option of a login module is name=value/,
      fixes: [
        {
          title: "Put the value in quotes",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required password="my own secret" username=a;',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b[["]]',
      message:
        "sasl.jaas.config must end with a semicolon: the producer does not start.\nKafka: IllegalArgumentException: JAAS config entry not terminated by semi-colon",
      fixes: [
        {
          title: "Add the semicolon",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";',
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\n[[sasl.jaas.config]]=",
      message:
        "sasl.jaas.config has no value, but needs a login module: the producer does not start.\nKafka: IllegalArgumentException: Login module not specified in JAAS config",
      fixes: [
        {
          title: "Write a login module for GSSAPI, to be filled in",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useTicketCache=true;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=[[org.apache.kafka.common.security.plain.PlainLoginModule]]",
      message:
        "After the login module comes a flag, for a client always required: the producer does not start.\nKafka: IllegalArgumentException: Login module control flag not specified in JAAS config",
      fixes: [
        {
          title: "Add the flag required",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule[[;]]",
      message:
        "After the login module comes a flag, for a client always required: the producer does not start.\nKafka: IllegalArgumentException: Login module control flag is not available in the JAAS config",
      fixes: [
        {
          title: "Add the flag required",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule [[requird]] username=a;",
      message:
        "After the login module comes one of required, requisite, sufficient and optional: the producer does not start.\nKafka: IllegalArgumentException: Invalid login module control flag 'requird' in JAAS config",
      fixes: [
        {
          title: "Correct the flag",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=alice password=[[123secret]];",
      message:
        "A value other than a plain word (a letter first, then letters, digits, dots and dashes) must stand in quotes: the producer does not start.\nKafka: IllegalArgumentException: Value not specified for key 'password' in JAAS config",
      fixes: [
        {
          title: "Put the value in quotes",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=alice password="123secret";',
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=[[a@b.c]] password=x\\\\y/z;",
      message:
        "A value other than a plain word (a letter first, then letters, digits, dots and dashes) must stand in quotes: the producer does not start.\nKafka: IllegalArgumentException: Value not specified for key 'null' in JAAS config",
      fixes: [
        {
          title: "Put the value in quotes",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a@b.c" password="x\\\\\\\\y/z";',
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=alice password=[[ab/cd]];",
      message:
        "A value other than a plain word (a letter first, then letters, digits, dots and dashes) must stand in quotes: the producer does not start.\nKafka: IllegalArgumentException: JAAS config entry not terminated by semi-colon",
      fixes: [
        {
          title: "Put the value in quotes",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=alice password="ab/cd";',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="alice"[[,]] password="b";',
      message:
        "Options of a login module are separated by blanks, not by commas: the producer does not start.\nKafka: IllegalArgumentException: Value not specified for key 'null' in JAAS config",
      fixes: [
        {
          title: "Remove the commas",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="b";',
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=alice[[,]] password=bob;",
      message:
        "Options of a login module are separated by blanks, not by commas: the producer does not start.\nKafka: IllegalArgumentException: Value not specified for key 'null' in JAAS config",
      fixes: [
        {
          title: "Remove the commas",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=alice password=bob;",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=[[\"org.apache.kafka.common.security.plain.PlainLoginModule required username='alice' password='x';\"]]",
      message:
        "sasl.jaas.config as a whole must not stand in quotes: the producer does not start.\nKafka: IllegalArgumentException: Login module control flag not specified in JAAS config",
      fixes: [
        {
          title: "Remove the quotes around the value",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username='alice' password='x';",
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.jaas.config=[[KafkaClient { org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="x"; };]]',
      message:
        "sasl.jaas.config is only what stands between the braces of a JAAS file: the producer does not start.\nKafka: IllegalArgumentException: Login module control flag is not available in the JAAS config",
      fixes: [
        {
          title: "Keep only what stands between the braces",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="x";',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="x";[[;]]',
      message:
        "Nothing may follow the semicolon that ends the login module (within a value it needs quotes): the producer does not start.\nKafka: IllegalArgumentException: Login module control flag not specified in JAAS config",
      fixes: [
        {
          title: "Remove what follows the semicolon",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="x";',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="x"; and [[more]]',
      message:
        "Nothing may follow the semicolon that ends the login module (within a value it needs quotes): the producer does not start.\nKafka: IllegalArgumentException: Invalid login module control flag '***' in JAAS config",
      fixes: [
        {
          title: "Remove what follows the semicolon",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="x";',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password=[["x;]]',
      message:
        "A quote is opened and never closed, so that the semicolon belongs to the value: the producer does not start.\nKafka: IllegalArgumentException: JAAS config entry not terminated by semi-colon",
      fixes: [
        {
          title: "Close the quote",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="x";',
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a [[password=;]]",
      message:
        "Every option of a login module is name=value, with quotes around a value that has blanks: the producer does not start.\nKafka: IllegalArgumentException: Value not specified for key 'password' in JAAS config",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=my [[secret;]]",
      message:
        "Every option of a login module is name=value, with quotes around a value that has blanks: the producer does not start.\nKafka: IllegalArgumentException: Value not specified for key '***' in JAAS config",
      fixes: [
        {
          title: "Put the value in quotes",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a password="my secret";',
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=b; [[org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=b;]]",
      message:
        "sasl.jaas.config must hold exactly one login module: the producer does not start.\nKafka: IllegalArgumentException: JAAS config property contains 2 login modules, should be 1 module",
      fixes: [
        {
          title: "Keep only the first login module",
          result:
            "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=b;",
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username="alice" \\\n  password="x[["]]',
      message:
        "sasl.jaas.config must end with a semicolon: the producer does not start.\nKafka: IllegalArgumentException: JAAS config entry not terminated by semi-colon",
      fixes: [
        {
          title: "Add the semicolon",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username="alice" \\\n  password="x";',
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username=alice \\\n  password=[[p!w#1]];",
      message:
        "A value other than a plain word (a letter first, then letters, digits, dots and dashes) must stand in quotes: the producer does not start.\nKafka: IllegalArgumentException: Value not specified for key 'null' in JAAS config",
      fixes: [
        {
          title: "Put the value in quotes",
          result:
            'security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username=alice \\\n  password="p!w#1";',
        },
      ],
    },
  ],
});
