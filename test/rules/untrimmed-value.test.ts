import { untrimmedValue } from "../../server/src/core/rules/all/untrimmed-value.js";
import { testRule } from "../support/rule-tester.js";

testRule(untrimmedValue, {
  accept: [
    { text: "acks=all " },
    { text: "config.providers=a,b" },
    {
      text: "value.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer.encoding=UTF-8 ",
      version: "4.3",
    },
  ],
  reject: [
    {
      text: "config.providers=[[file, env]]",
      message: "The white space around the value of config.providers counts: the client does not trim this setting.",
      fixes: [{ title: "Remove the white space", result: "config.providers=file,env" }],
    },
    {
      text: "value.serializer.encoding=[[UTF-8 ]]\n",
      version: "3.7",
      message:
        "The white space around the value of value.serializer.encoding counts: the client does not trim this setting.",
      fixes: [{ title: "Remove the white space", result: "value.serializer.encoding=UTF-8\n" }],
    },
    {
      text: "config.providers=[[file ]]\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider",
      message: "The white space around the value of config.providers counts: the client does not trim this setting.",
      fixes: [
        {
          title: "Remove the white space",
          result:
            "config.providers=file\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider",
        },
      ],
    },
  ],
});
