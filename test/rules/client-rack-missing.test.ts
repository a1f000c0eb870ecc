import { clientRackMissing } from "../../server/src/core/rules/all/client-rack-missing.js";
import { testRule } from "../support/rule-tester.js";

testRule(clientRackMissing, {
  accept: [
    { text: "partitioner.rack.aware=true\nclient.rack=eu-1a", version: "4.4" },
    { text: "partitioner.rack.aware=true", version: "4.3" },
  ],
  reject: [
    {
      text: "partitioner.rack.aware=[[true]]",
      version: "4.4",
      message:
        "partitioner.rack.aware is true, but client.rack does not say in which rack the client runs: the producer does not start.\nKafka: ConfigException: client.rack must be provided if partitioner.rack.aware is enabled",
      fixes: [{ title: "Remove partitioner.rack.aware (the default is false)", result: "" }],
    },
    {
      text: "partitioner.rack.aware=true\n[[client.rack]]=",
      version: "4.4",
      message:
        "partitioner.rack.aware is true, but client.rack does not say in which rack the client runs: the producer does not start.\nKafka: ConfigException: client.rack must be provided if partitioner.rack.aware is enabled",
      fixes: [{ title: "Remove partitioner.rack.aware (the default is false)", result: "client.rack=" }],
    },
  ],
});
