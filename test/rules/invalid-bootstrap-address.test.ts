import { invalidBootstrapAddress } from "../../server/src/core/rules/all/invalid-bootstrap-address.js";
import { testRule } from "../support/rule-tester.js";

testRule(invalidBootstrapAddress, {
  accept: [
    { text: "bootstrap.servers=a:9092, b:9092" },
    { text: "bootstrap.servers=PLAINTEXT://a:9092" },
    { text: "" },
    { text: "bootstrap.servers=a:1;b:2", version: "3.9" },
  ],
  reject: [
    {
      text: "bootstrap.servers=a:9092,[[b]]\n",
      message: "b has no port: every entry is host:port.\nKafka: ConfigException: Invalid url in bootstrap.servers: b",
      fixes: [{ title: "Add the default port: b:9092", result: "bootstrap.servers=a:9092,b:9092\n" }],
    },
    {
      text: "bootstrap.servers=[[a:9092;b:9092]]\n",
      message:
        "Entries of bootstrap.servers are separated by commas, not by semicolons.\nKafka: ConfigException: Invalid url in bootstrap.servers: a:9092;b:9092",
      fixes: [{ title: "Separate the entries by commas", result: "bootstrap.servers=a:9092,b:9092\n" }],
    },
    {
      text: "bootstrap.servers=[[a:9092 b:9092]]",
      version: "3.8.1",
      message:
        "Entries of bootstrap.servers are separated by commas, not by blanks.\nKafka: ConfigException: Invalid url in bootstrap.servers: a:9092 b:9092",
      fixes: [{ title: "Separate the entries by commas", result: "bootstrap.servers=a:9092,b:9092" }],
    },
    {
      text: "bootstrap.servers=a:9092,[[b:99999]]",
      message:
        "Port 99999 is out of range: 0 to 65535.\nKafka: ConfigException: Invalid port in bootstrap.servers: b:99999",
    },
    {
      text: "bootstrap.servers=[[user@b:9092]]",
      message:
        "user@b:9092 is no address: every entry is host:port, separated by commas.\nKafka: ConfigException: Invalid url in bootstrap.servers: user@b:9092",
      fixes: [{ title: "Replace with b:9092", result: "bootstrap.servers=b:9092" }],
    },
    {
      text: "[[bootstrap.servers]]=\nacks=all",
      version: "3.9",
      message:
        "bootstrap.servers names no broker.\nKafka: ConfigException: No resolvable bootstrap urls given in bootstrap.servers",
    },
  ],
});
