import { inFlightOne } from "../../server/src/core/rules/all/in-flight-one.js";
import { testRule } from "../support/rule-tester.js";

testRule(inFlightOne, {
  accept: [
    { text: "max.in.flight.requests.per.connection=5" },
    { text: "max.in.flight.requests.per.connection=1\nenable.idempotence=false" },
    { text: "max.in.flight.requests.per.connection=1\nacks=1" },
    { text: "max.in.flight.requests.per.connection=1", version: "2.8" },
  ],
  reject: [
    {
      text: "max.in.flight.requests.per.connection=[[1]]\n",
      message:
        "max.in.flight.requests.per.connection 1 (line 1) is not needed for the order of records: this producer is idempotent and keeps it with up to 5. One request at a time costs throughput.",
      fixes: [{ title: "Remove max.in.flight.requests.per.connection (the default is 5)", result: "" }],
    },
    {
      text: "enable.idempotence=true\nmax.in.flight.requests.per.connection=[[1]]\n",
      version: "2.8",
      profile: "throughput",
      message:
        "max.in.flight.requests.per.connection 1 (line 2) is not needed for the order of records: this producer is idempotent and keeps it with up to 5. One request at a time costs throughput.",
      fixes: [
        {
          title: "Remove max.in.flight.requests.per.connection (the default is 5)",
          result: "enable.idempotence=true\n",
        },
      ],
    },
  ],
});
