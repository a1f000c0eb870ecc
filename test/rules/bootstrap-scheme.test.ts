import { bootstrapScheme } from "../../server/src/core/rules/all/bootstrap-scheme.js";
import { testRule } from "../support/rule-tester.js";

testRule(bootstrapScheme, {
  accept: [
    {
      text: "bootstrap.servers=a:9092,[::1]:9092",
    },
    {
      text: "bootstrap.servers=SSL://a",
    },
    {
      text: "acks=all",
    },
    {
      text: "bootstrap.servers=x/SSL://a:9092",
      version: "3.7",
    },
  ],
  reject: [
    {
      text: "bootstrap.servers=a:9092,[[SSL://]]b:9093\nacks=all\n",
      severity: "warning",
      message:
        "The client ignores SSL:// here and connects as security.protocol PLAINTEXT (default) says: not the way this address is written.",
      fixes: [
        {
          title: "Set security.protocol to SSL",
          result: "bootstrap.servers=a:9092,b:9093\nsecurity.protocol=SSL\nacks=all\n",
        },
        {
          title: "Remove the schemes",
          result: "bootstrap.servers=a:9092,b:9093\nacks=all\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=[[PLAINTEXT://]]a:9092, PLAINTEXT://b:9092\n",
      message: "The client ignores PLAINTEXT:// here; security.protocol PLAINTEXT (default) decides how it connects.",
      fixes: [
        {
          title: "Remove the schemes",
          result: "bootstrap.servers=a:9092, b:9092\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=[[http://]]a:9092\n",
      message: "The client ignores http:// here; security.protocol PLAINTEXT (default) decides how it connects.",
      fixes: [
        {
          title: "Remove the schemes",
          result: "bootstrap.servers=a:9092\n",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nbootstrap.servers=[[PLAINTEXT://]]a:9092\n",
      message:
        "The client ignores PLAINTEXT:// here and connects as security.protocol SASL_SSL (line 1) says: not the way this address is written.",
      fixes: [
        {
          title: "Remove the schemes",
          result: "security.protocol=SASL_SSL\nbootstrap.servers=a:9092\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=[[SASL_SSL://]]a:9092\nsecurity.protocol=SASL_PLAINTEXT\n",
      severity: "warning",
      message:
        "The client ignores SASL_SSL:// here and connects as security.protocol SASL_PLAINTEXT (line 2) says: not the way this address is written.",
      fixes: [
        {
          title: "Set security.protocol to SASL_SSL",
          result: "bootstrap.servers=a:9092\nsecurity.protocol=SASL_SSL\n",
        },
        {
          title: "Remove the schemes",
          result: "bootstrap.servers=a:9092\nsecurity.protocol=SASL_PLAINTEXT\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=[[SSL://]]a:9092\nsecurity.protocol=TYPO\n",
      message: "The client ignores SSL:// here; security.protocol TYPO (line 2) decides how it connects.",
      fixes: [
        {
          title: "Remove the schemes",
          result: "bootstrap.servers=a:9092\nsecurity.protocol=TYPO\n",
        },
      ],
    },
  ],
});
