import { unresolvedPlaceholder } from "../../server/src/core/rules/all/unresolved-placeholder.js";
import { testRule } from "../support/rule-tester.js";

testRule(unresolvedPlaceholder, {
  accept: [
    {
      text: "client.id=a$b",
    },
    {
      text: "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nclient.id=${env:ID}",
    },
    {
      text: "app.name=${NAME}",
    },
    {
      text: "client.id=${open",
    },
    {
      text: "linger.ms=${LINGER}",
    },
  ],
  reject: [
    {
      text: "client.id=x-[[${HOSTNAME}]]\n",
      message:
        "The client leaves ${HOSTNAME} as it is: only ${alias:key} of a declared config provider is filled in. Fine if something else fills it in before.",
    },
    {
      text: "client.id=[[${env:ID}]]\n",
      message:
        "The client leaves ${env:ID} as it is: the file declares no config provider env. Fine if the program declares it or something else fills it in before.",
      fixes: [
        {
          title: "Declare the config provider env",
          result:
            "client.id=${env:ID}\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n",
        },
      ],
    },
    {
      text: "client.id=[[${env:ID}]]\n",
      version: "3.4",
      message:
        "The client leaves ${env:ID} as it is: the file declares no config provider env. Fine if the program declares it or something else fills it in before.",
    },
    {
      text: "ssl.key.password=[[${file:/a:b}]]\n",
      message:
        "The client leaves the placeholder in ssl.key.password as it is: the file declares no config provider for it.",
      fixes: [
        {
          title: "Declare the config provider file",
          result:
            "ssl.key.password=${file:/a:b}\nconfig.providers=file\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider\n",
        },
      ],
    },
    {
      text: "ssl.key.password=ab[[${s3cr3t}]]\n",
      message:
        "The client leaves the placeholder in ssl.key.password as it is: the file declares no config provider for it.",
    },
    {
      text: "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nclient.id=[[${enw:ID}]]\n",
      severity: "warning",
      message: "The client leaves ${enw:ID} as it is: enw is none of the declared config providers.",
    },
    {
      text: "client.id=[[${vault:a:b}]]\n",
      message:
        "The client leaves ${vault:a:b} as it is: the file declares no config provider vault. Fine if the program declares it or something else fills it in before.",
    },
    {
      text: "transactional.id=[[${dir:/run/secrets:id}]]\n",
      message:
        "The client leaves ${dir:/run/secrets:id} as it is: the file declares no config provider dir. Fine if the program declares it or something else fills it in before.",
      fixes: [
        {
          title: "Declare the config provider dir",
          result:
            "transactional.id=${dir:/run/secrets:id}\nconfig.providers=dir\nconfig.providers.dir.class=org.apache.kafka.common.config.provider.DirectoryConfigProvider\n",
        },
      ],
    },
  ],
});
