import { invalidBoolean } from "../../server/src/core/rules/all/invalid-boolean.js";
import { testRule } from "../support/rule-tester.js";

testRule(invalidBoolean, {
  accept: [
    { text: "enable.idempotence=TRUE" },
    { text: "enable.idempotence=false " },
    { text: 'enable.idempotence="true"' },
    { text: "enable.idempotence=true # yes" },
  ],
  reject: [
    {
      text: "enable.idempotence=[[yes]]",
      message:
        'enable.idempotence must be true or false, but is "yes": the producer does not start.\nKafka: ConfigException: Invalid value yes for configuration enable.idempotence: Expected value to be either true or false',
      fixes: [
        { title: "Set enable.idempotence to true", result: "enable.idempotence=true" },
        { title: "Remove enable.idempotence (the default is true)", result: "" },
      ],
    },
    {
      text: "enable.idempotence=[[0]]",
      version: "2.8",
      message:
        'enable.idempotence must be true or false, but is "0": the producer does not start.\nKafka: ConfigException: Invalid value 0 for configuration enable.idempotence: Expected value to be either true or false',
      fixes: [
        { title: "Set enable.idempotence to false", result: "enable.idempotence=false" },
        { title: "Remove enable.idempotence (the default is false)", result: "" },
      ],
    },
    {
      text: "enable.idempotence=[[ture]]",
      message:
        'enable.idempotence must be true or false, but is "ture": the producer does not start.\nKafka: ConfigException: Invalid value ture for configuration enable.idempotence: Expected value to be either true or false',
      fixes: [
        { title: "Set enable.idempotence to true", result: "enable.idempotence=true" },
        { title: "Remove enable.idempotence (the default is true)", result: "" },
      ],
    },
    {
      text: "enable.metrics.push: [[maybe]]",
      message:
        'enable.metrics.push must be true or false, but is "maybe": the producer does not start.\nKafka: ConfigException: Invalid value maybe for configuration enable.metrics.push: Expected value to be either true or false',
      fixes: [
        { title: "Set enable.metrics.push to true", result: "enable.metrics.push: true" },
        { title: "Set enable.metrics.push to false", result: "enable.metrics.push: false" },
        { title: "Remove enable.metrics.push (the default is true)", result: "" },
      ],
    },
    {
      text: "[[enable.idempotence]]=",
      message:
        "enable.idempotence has no value, but needs true or false: the producer does not start.\nKafka: ConfigException: Invalid value  for configuration enable.idempotence: Expected value to be either true or false",
      fixes: [
        { title: "Set enable.idempotence to true", result: "enable.idempotence=true" },
        { title: "Set enable.idempotence to false", result: "enable.idempotence=false" },
        { title: "Remove enable.idempotence (the default is true)", result: "" },
      ],
    },
  ],
});
