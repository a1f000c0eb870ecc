import { configProviderClass } from "../../server/src/core/rules/all/config-provider-class.js";
import { testRule } from "../support/rule-tester.js";

testRule(configProviderClass, {
  accept: [
    {
      text: "config.providers=file\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider",
    },
    { text: "config.providers=vault\nconfig.providers.vault.class=com.acme.Provider" },
    { text: "config.providers.file.class=FileConfigProvider" },
    { text: "config.providers=file\nconfig.providers.file.class=FileConfigProvider", version: "2.2" },
  ],
  reject: [
    {
      text: "config.providers=file\nconfig.providers.file.class=[[FileConfigProvider]]",
      message:
        'config.providers.file.class needs the full name of a class, not "FileConfigProvider": the producer does not start.\nKafka: ConfigException: Invalid value FileConfigProvider for configuration config.providers.file.class: Could not load config provider class or one of its dependencies',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.config.provider.FileConfigProvider",
          result:
            "config.providers=file\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider",
        },
      ],
    },
    {
      text: "config.providers=file\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider[[ ]]",
      message:
        "config.providers.file.class is not trimmed, so that the class name ends with a blank: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.common.config.provider.FileConfigProvider  for configuration config.providers.file.class: Could not load config provider class or one of its dependencies",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.config.provider.FileConfigProvider",
          result:
            "config.providers=file\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider",
        },
      ],
    },
    {
      text: "config.providers=env\nconfig.providers.env.class=[[org.apache.kafka.common.config.provider.EnvVarConfigProvider]]",
      version: "3.4",
      message:
        "config.providers.env.class: EnvVarConfigProvider exists from Kafka 3.5 on, not in 3.4: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.common.config.provider.EnvVarConfigProvider for configuration config.providers.env.class: Could not load config provider class or one of its dependencies",
    },
    {
      text: "config.providers=env\nconfig.providers.env.class=[[org.apache.kafka.common.serialization.StringSerializer]]",
      message:
        "config.providers.env.class needs a ConfigProvider, which StringSerializer is not: the producer does not start.\nKafka: ClassCastException: class org.apache.kafka.common.serialization.StringSerializer",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.config.provider.EnvVarConfigProvider",
          result:
            "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider",
        },
      ],
    },
    {
      text: "config.providers=env\n[[config.providers.env.class]]=",
      message:
        "config.providers.env.class has no value, but needs the name of a ConfigProvider: the producer does not start.\nKafka: ConfigException: Invalid value  for configuration config.providers.env.class: Could not load config provider class or one of its dependencies",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.config.provider.EnvVarConfigProvider",
          result:
            "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider",
        },
      ],
    },
    {
      text: 'config.providers=env\nconfig.providers.env.class=[["org.apache.kafka.common.config.provider.EnvVarConfigProvider"]]',
      message:
        'config.providers.env.class must be the full name of a class, which ""org.apache.kafka.common.config.provider.EnvVarConfigProvider"" cannot be: the producer does not start.\nKafka: ConfigException: Invalid value "org.apache.kafka.common.config.provider.EnvVarConfigProvider" for configuration config.providers.env.class: Could not load config provider class or one of its dependencies',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.config.provider.EnvVarConfigProvider",
          result:
            "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider",
        },
      ],
    },
  ],
});
