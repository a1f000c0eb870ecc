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
      text: "client.id=com.acme.Outer$Inner",
    },
    {
      text: "ssl.key.password=$ecret",
    },
    {
      text: "ssl.key.password=50%off%",
    },
  ],
  reject: [
    {
      text: "linger.ms=[[${LINGER}]]",
      message:
        "The client leaves this as it is: only a name with the alias of a declared config provider and a colon before it is filled in. Fine if something else fills it in first.",
    },
    {
      text: "linger.ms=[[${LINGER:5}]]",
      message:
        "The client takes this text as it stands, the default included. Fine if something else fills it in first: the file is checked with the default.",
    },
    {
      text: "bootstrap.servers=[[__BROKERS__]]:9092",
      message:
        "The client takes this text as it stands. Fine if something else, such as a template engine, fills it in first.",
    },
    {
      text: "schema.registry.url=https://[[{{ SR_ENDPOINT }}]]\nacks=all",
      message:
        "The client takes this text as it stands. Fine if something else, such as a template engine, fills it in first.",
    },
    {
      text: "client.id=x-[[${HOSTNAME}]]\n",
      message:
        "The client leaves this as it is: only a name with the alias of a declared config provider and a colon before it is filled in. Fine if something else fills it in first.",
    },
    {
      text: "client.id=[[${env:ID}]]\n",
      message:
        "The client leaves this as it is: the file declares no config provider env. Fine if the program declares it or something else fills it in first.",
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
        "The client leaves this as it is: the file declares no config provider env. Fine if the program declares it or something else fills it in first.",
    },
    {
      text: "ssl.key.password=[[${file:/a:b}]]\n",
      message: "The client leaves this as it is: the file declares no config provider for it.",
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
      message: "The client leaves this as it is: the file declares no config provider for it.",
    },
    {
      text: "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nclient.id=[[${enw:ID}]]\n",
      severity: "warning",
      message: "The client leaves this as it is: enw is none of the config providers that the file declares.",
      fixes: [
        {
          title: "Replace with env",
          result:
            "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nclient.id=${env:ID}\n",
        },
      ],
    },
    {
      text: "client.id=[[${vault:a:b}]]\n",
      message:
        "The client leaves this as it is: the file declares no config provider vault. Fine if the program declares it or something else fills it in first.",
    },
    {
      text: "transactional.id=[[${dir:/run/secrets:id}]]\n",
      message:
        "The client leaves this as it is: the file declares no config provider dir. Fine if the program declares it or something else fills it in first.",
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
