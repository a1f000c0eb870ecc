import { keyNotInVersion } from "../../server/src/core/rules/all/key-not-in-version.js";
import { testRule } from "../support/rule-tester.js";
import { NEWEST_LINE } from "../support/newest.js";

testRule(keyNotInVersion, {
  accept: [{ text: "compression.zstd.level=3" }, { text: "metrics.jmx.include=a" }],
  reject: [
    {
      text: "[[compression.zstd.level]]=3\n",
      version: "3.7",
      message: "compression.zstd.level exists from client 3.8 on: 3.7 ignores it.",
      fixes: [{ title: "Remove compression.zstd.level", result: "" }],
    },
    {
      text: "[[auto.include.jmx.reporter]]=true\n",
      message: `auto.include.jmx.reporter was removed in client 4.0: ${NEWEST_LINE} ignores it.`,
      fixes: [{ title: "Remove auto.include.jmx.reporter", result: "" }],
    },
    {
      text: "[[metrics.jmx.whitelist]]=a\n",
      message: `metrics.jmx.whitelist was removed in client 4.0: ${NEWEST_LINE} ignores it.`,
      fixes: [{ title: "Replace with metrics.jmx.include", result: "metrics.jmx.include=a\n" }],
    },
    {
      text: "[[config.providers]]=a",
      version: "2.1",
      message: "config.providers exists from client 2.3 on: 2.1 ignores it.",
      fixes: [{ title: "Remove config.providers", result: "" }],
    },
  ],
});
