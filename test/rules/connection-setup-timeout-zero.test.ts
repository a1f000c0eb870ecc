import { connectionSetupTimeoutZero } from "../../server/src/core/rules/all/connection-setup-timeout-zero.js";
import { testRule } from "../support/rule-tester.js";

testRule(connectionSetupTimeoutZero, {
  accept: [
    { text: "socket.connection.setup.timeout.ms=10000" },
    { text: "socket.connection.setup.timeout.max.ms=0", version: "3.6" },
    { text: "socket.connection.setup.timeout.ms=0", version: "2.6" },
  ],
  reject: [
    {
      text: "socket.connection.setup.timeout.ms=[[0]]\n",
      message:
        "socket.connection.setup.timeout.ms 0 (line 1) does not mean without limit: the producer starts, but it gives up every connection at once.",
      fixes: [{ title: "Remove socket.connection.setup.timeout.ms (the default is 10000)", result: "" }],
    },
    {
      text: "socket.connection.setup.timeout.ms=[[-1]]\n",
      version: "2.8",
      message:
        "socket.connection.setup.timeout.ms -1 (line 1) does not mean without limit: the producer starts, but it gives up every connection at once.",
      fixes: [{ title: "Remove socket.connection.setup.timeout.ms (the default is 10000)", result: "" }],
    },
    {
      text: "socket.connection.setup.timeout.max.ms=[[0]]\n",
      message:
        "socket.connection.setup.timeout.max.ms 0 (line 1) does not mean without limit: the producer starts, but it gives up every connection at once.",
      fixes: [{ title: "Remove socket.connection.setup.timeout.max.ms (the default is 30000)", result: "" }],
    },
  ],
});
