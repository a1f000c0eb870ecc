import type { Rule } from "../types.js";

const BYTE_ORDER_MARK = "\ufeff";

export const byteOrderMark: Rule = {
  meta: {
    id: "byte-order-mark",
    severity: "warning",
    category: "syntax",
    summary: "A byte order mark at the start of a file becomes part of the first key.",
    sources: ["java.util.Properties.load"],
  },
  messages: {
    key: "The file starts with a byte order mark, which becomes part of the first key: {key} is not set.",
    line: "The file starts with a byte order mark, which makes a setting of the first line.",
    remove: "Remove the byte order mark",
  },
  check: ({ document }) => {
    const [first] = document.settings;
    if (first?.key.startsWith(BYTE_ORDER_MARK) !== true) return [];
    const key = first.key.slice(BYTE_ORDER_MARK.length);
    const isComment = key.startsWith("#") || key.startsWith("!") || key === "";
    return [
      {
        messageId: isComment ? "line" : "key",
        data: { key },
        key: first.key,
        span: first.keySpan,
        fixes: [
          {
            titleId: "remove",
            safety: "safe",
            edits: [{ span: { start: first.keySpan.start, end: first.keySpan.start + 1 }, newText: "" }],
          },
        ],
      },
    ];
  },
};
