import { localhostBootstrap } from "../../server/src/core/rules/all/localhost-bootstrap.js";
import { testRule } from "../support/rule-tester.js";

testRule(localhostBootstrap, {
  accept: [
    {
      text: "bootstrap.servers=a:9092",
    },
    {
      text: "bootstrap.servers=localhost:9092",
      profile: "default",
    },
  ],
  reject: [
    {
      text: "bootstrap.servers=a:9092,[[localhost:9092]]\n",
      message:
        "This address is the machine itself: it works where the broker runs, not in a container or on another host.",
    },
    {
      text: "bootstrap.servers=[[127.0.0.1:9092]]\n",
      message:
        "This address is the machine itself: it works where the broker runs, not in a container or on another host.",
    },
    {
      text: "bootstrap.servers=[[:9092]]\n",
      message:
        "This address is the machine itself: it works where the broker runs, not in a container or on another host.",
    },
  ],
});
