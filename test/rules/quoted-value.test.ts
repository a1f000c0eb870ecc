import { quotedValue } from "../../server/src/core/rules/all/quoted-value.js";
import { testRule } from "../support/rule-tester.js";

testRule(quotedValue, {
  accept: [{ text: "acks=all" }, { text: 'sasl.jaas.config="x"' }, { text: 'topic="t"' }],
  reject: [
    {
      text: 'acks=[["all"]]\n',
      message:
        'The quotes are part of the value of acks: a .properties file has no quoting.\nKafka: ConfigException: Invalid value "all" for configuration acks: String must be one of: all, -1, 0, 1',
      fixes: [{ title: "Remove the quotes", result: "acks=all\n" }],
    },
    {
      text: "client.id=[['my app']] \n",
      severity: "warning",
      message: "The quotes are part of the value of client.id: a .properties file has no quoting.",
      fixes: [{ title: "Remove the quotes", result: "client.id=my app\n" }],
    },
    {
      text: 'bootstrap.servers : [["a:1,b:2"]]',
      message:
        'The quotes are part of the value of bootstrap.servers: a .properties file has no quoting.\nKafka: ConfigException: Invalid url in bootstrap.servers: "a:1',
      fixes: [{ title: "Remove the quotes", result: "bootstrap.servers : a:1,b:2" }],
    },
  ],
});
