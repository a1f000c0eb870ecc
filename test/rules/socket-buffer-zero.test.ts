import { socketBufferZero } from "../../server/src/core/rules/all/socket-buffer-zero.js";
import { testRule } from "../support/rule-tester.js";

testRule(socketBufferZero, {
  accept: [{ text: "send.buffer.bytes=-1" }, { text: "receive.buffer.bytes=65536" }, { text: "send.buffer.bytes=-2" }],
  reject: [
    {
      text: "send.buffer.bytes=[[0]]\n",
      message:
        "send.buffer.bytes 0 (line 1) is refused by the socket: the producer starts, but it never connects. The size that the system chooses is -1.",
      fixes: [
        { title: "Set send.buffer.bytes to -1", result: "send.buffer.bytes=-1\n" },
        { title: "Remove send.buffer.bytes (the default is 131072)", result: "" },
      ],
    },
    {
      text: "receive.buffer.bytes=[[0]]",
      message:
        "receive.buffer.bytes 0 (line 1) is refused by the socket: the producer starts, but it never connects. The size that the system chooses is -1.",
      fixes: [
        { title: "Set receive.buffer.bytes to -1", result: "receive.buffer.bytes=-1" },
        { title: "Remove receive.buffer.bytes (the default is 32768)", result: "" },
      ],
    },
  ],
});
