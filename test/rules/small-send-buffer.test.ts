import { smallSendBuffer } from "../../server/src/core/rules/all/small-send-buffer.js";
import { testRule } from "../support/rule-tester.js";

testRule(smallSendBuffer, {
  accept: [
    {
      text: "send.buffer.bytes=131072",
    },
    {
      text: "send.buffer.bytes=-1",
    },
    {
      text: "send.buffer.bytes=1024\nbootstrap.servers=localhost:9092",
    },
  ],
  reject: [
    {
      text: "send.buffer.bytes=[[65536]]\nbootstrap.servers=a:9092\n",
      message:
        "At most 65536 bytes are under way at a time: on a connection with a round trip of 50 ms that is 1280 KiB per second.",
      fixes: [
        {
          title: "Remove send.buffer.bytes (the default is 131072)",
          result: "bootstrap.servers=a:9092\n",
        },
      ],
    },
  ],
});
