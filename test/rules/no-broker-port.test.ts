import { noBrokerPort } from "../../server/src/core/rules/all/no-broker-port.js";
import { testRule } from "../support/rule-tester.js";

const port = (address: string, service: string): string =>
  `${address} has the port of ${service}, not of a broker: the producer gets no answer there that it understands. Brokers usually listen on port 9092.`;
const listen = (address: string): string =>
  `${address} is an address to listen on, not to connect to: it means this machine, if anything. Name the host by which clients reach the broker.`;

testRule(noBrokerPort, {
  accept: [
    { text: "bootstrap.servers=a:9092,b:9093,c:19092,d:443\n" },
    { text: "bootstrap.servers=localhost:9092,127.0.0.1:9092,[::1]:9092\n" },
    { text: "bootstrap.servers=${ZOOKEEPER}:2181\n" },
  ],
  reject: [
    { text: "bootstrap.servers=[[zk1:2181]]\n", message: port("zk1:2181", "ZooKeeper") },
    { text: "bootstrap.servers=a:9092,[[zk:2182]]\n", message: port("zk:2182", "ZooKeeper") },
    { text: "bootstrap.servers=[[schema-registry:8081]]\n", message: port("schema-registry:8081", "Schema Registry") },
    { text: "bootstrap.servers=[[rest:8082]]\n", message: port("rest:8082", "REST Proxy") },
    { text: "bootstrap.servers=[[connect:8083]]\n", message: port("connect:8083", "Kafka Connect") },
    { text: "bootstrap.servers=[[k:9021]]\n", severity: "information", message: port("k:9021", "Control Center") },
    { text: "bootstrap.servers=[[0.0.0.0:9092]]\n", message: listen("0.0.0.0:9092") },
    { text: "bootstrap.servers=[[[::]:9092]]\n", message: listen("[::]:9092") },
  ],
});
