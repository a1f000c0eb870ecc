import { byteOrderMark } from "../../server/src/core/rules/all/byte-order-mark.js";
import { testRule } from "../support/rule-tester.js";

testRule(byteOrderMark, {
  accept: [{ text: "" }, { text: "acks=all" }, { text: "acks=\ufeffall" }],
  reject: [
    {
      text: "[[\ufeffacks]]=all\n",
      message: "The file starts with a byte order mark, which becomes part of the first key: acks is not set.",
      fixes: [{ title: "Remove the byte order mark", result: "acks=all\n" }],
    },
    {
      text: "[[\ufeff#]] orders\nacks=all\n",
      message: "The file starts with a byte order mark, which makes a setting of the first line.",
      fixes: [{ title: "Remove the byte order mark", result: "# orders\nacks=all\n" }],
    },
  ],
});
