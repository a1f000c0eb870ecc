// What docs/conformance.md says in words: why verdicts stay open, and which disagreements there have been.

/** On what a failure of each code depends (FailureCode of server/src/core/config/evaluation.ts). */
export const OUT_OF_REACH = {
  "bootstrap-unresolvable": "DNS: whether a host name resolves where the producer runs",
  "class-not-found": "class path: the class is in neither kafka-clients nor the JDK, the application may bring it",
  "config-provider": "class path and files: a config provider of somebody else, or the path it may read",
  "jaas-missing": "JVM: `java.security.auth.login.config` may name a file with the login",
  "login-module": "class path and JVM: a login module of somebody else, or one of the JDK that looks at the machine",
  login: "files and network: the login reads a key tab, a token or an endpoint when the client starts",
  "oauth-setting": "JVM and files: the allow-lists are system properties, keys and tokens are files",
  placeholder: "files and variables: a config provider supplies the value when the client starts",
  "serializer-setting": "class path: the inner serializer of a list may be the application's",
  "ssl-algorithm": "JVM: which protocols, algorithms and store types its security providers have",
  "ssl-store": "files: whether a key or trust store exists, opens with the password and holds what it must",
};

/** What was wrong at each stage of the engine and is not any more, in the order of the commits. */
export const FOUND_AND_FIXED = [
  {
    title: "The first engine: 1,196 texts with another verdict, 213 with another first failure",
    items: [
      "Building the network client fails on more than security.protocol: JAAS grammar (`Login module control flag is not available`, `Value not " +
        "specified for key`, a missing semicolon), logins without a JAAS entry, OAuth settings, key and trust stores, PEM. All of it was taken as fine.",
      "`No resolvable bootstrap urls` was claimed where only some of the addresses cannot be used: one good address is enough (33 texts).",
      "Config providers fail in other words from release to release, and with a `ClassCastException` when the class is no provider.",
      "A JDK class such as `java.lang.Number` in the place of a plug-in exists: that is a `ClassCastException`, not a missing class.",
    ],
  },
  {
    title: "With the network client's checks: 6 texts with another verdict, 94 with another first failure",
    items: [
      "Of several bad settings the client names the first in the order in which its release defines them; `auto.include.jmx.reporter` (3.4 to 3.9) " +
        "stood in the wrong place.",
      "Of several config providers the first in the order of a Java hash map fails; from 3.8 on `DirectoryConfigProvider` and `FileConfigProvider` " +
        "refuse a bad `allowed.paths` before any setting is parsed.",
      "`metrics.jmx.include` and its like are regular expressions of Java, not of JavaScript (`a{` is an error). 3.7 to 3.9 stumble over it while " +
        "they report it and throw a `NullPointerException` in place of it.",
      "An inner class that is no serde fails with a `ClassCastException`; key stores of type PEM and of unknown types were refused in the words of " +
        "other releases.",
      "4.4.0 checks the bootstrap addresses before `client.rack`.",
    ],
  },
  {
    title: "With the order of checks as recorded: 9 texts with another first failure",
    items: [
      "2.6 says `(whitelist/blacklist)` about a bad JMX filter where later releases say `(include/exclude)`.",
      "Settings that nobody used were not predicted at all (about 3,100 texts). Up to 3.4 they are a warning, later a line at INFO, and from 2.8 on " +
        "settings that the client knows are among them when nothing had to read them.",
    ],
  },
  {
    title: "Found by fuzzing, on texts that nobody had recorded",
    items: [
      "2.1 to 2.4 check `transactional.id` without idempotence before `delivery.timeout.ms`; Ackwise named the other one.",
      "Up to 2.8, 3.0.0 and 3.1.0 an idempotent producer with more than 5 requests in flight is refused before the network client is built. Ackwise " +
        "named a bad `security.protocol` or a login without JAAS entry first.",
      "The JDK's `ClassNotFoundException` at the end of a chain spells some impossible class names (`.`, `a.b[c.d`) with slashes up to 3.7. Ackwise " +
        "does not quote it for them any more; names with an empty part are listed above while they are still wrong.",
    ],
  },
];

/** Runs of scripts/conformance-fuzz.mjs with new seeds: before the fixes of the last stage, after the first of them, and after those done so far. */
export const FUZZED = [
  { stage: "before", release: "2.1.1", texts: 24384, agree: 22648, open: 1730, wrong: 6 },
  { stage: "before", release: "2.5.1", texts: 22464, agree: 20818, open: 1642, wrong: 4 },
  { stage: "before", release: "2.8.2", texts: 36992, agree: 34382, open: 2605, wrong: 5 },
  { stage: "before", release: "3.1.0", texts: 34752, agree: 32311, open: 2434, wrong: 7 },
  { stage: "before", release: "3.5.1", texts: 11456, agree: 10682, open: 774, wrong: 0 },
  { stage: "before", release: "3.9.2", texts: 9152, agree: 8560, open: 592, wrong: 0 },
  { stage: "before", release: "4.2.0", texts: 23488, agree: 22176, open: 1312, wrong: 0 },
  { stage: "before", release: "4.4.0", texts: 23936, agree: 22691, open: 1245, wrong: 0 },
  { stage: "after the first", release: "2.3.1", texts: 42880, agree: 39816, open: 3062, wrong: 2 },
  { stage: "after the first", release: "3.0.0", texts: 40448, agree: 37615, open: 2833, wrong: 0 },
  { stage: "after the first", release: "3.3.2", texts: 23936, agree: 22314, open: 1622, wrong: 0 },
  { stage: "after the first", release: "3.7.1", texts: 19136, agree: 17806, open: 1330, wrong: 0 },
  { stage: "after the first", release: "4.0.0", texts: 39616, agree: 37359, open: 2257, wrong: 0 },
  { stage: "after the first", release: "4.3.1", texts: 38848, agree: 36879, open: 1969, wrong: 0 },
  { stage: "after", release: "2.1.1", texts: 33088, agree: 30773, open: 2315, wrong: 0 },
  { stage: "after", release: "2.4.1", texts: 29952, agree: 27682, open: 2270, wrong: 0 },
  { stage: "after", release: "3.1.0", texts: 46592, agree: 43345, open: 3247, wrong: 0 },
  { stage: "after", release: "3.6.2", texts: 34816, agree: 32445, open: 2371, wrong: 0 },
  { stage: "after", release: "4.1.2", texts: 40384, agree: 38061, open: 2323, wrong: 0 },
  { stage: "after", release: "4.3.1", texts: 40512, agree: 38399, open: 2113, wrong: 0 },
];
