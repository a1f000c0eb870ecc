/** English of what reports of tuning say; a part of `WHAT_IF_TEXTS`. */
export const TUNING_TEXTS = {
  "headline/tuned": "{changes}: {gain}.",
  "headline/tuned-price": "{changes}: {gain}; in return {prices}.",
  "headline/tuned-harm": "{changes}: records lost, doubled, unordered or failed go from {before} to {after}.",
  "headline/tuned-risk":
    "{changes}: no record was lost, doubled, unordered or failed in these runs, but the file allows it: {risks}.",
  "headline/harm-price": "In return {prices}.",
  "headline/nothing-to-tune": "Nothing that was tried makes the file clearly better for {goal} in this scenario.",
  "headline/nothing-to-mend":
    "Nothing to change: no record was lost, doubled, unordered or failed, and acks, idempotence, retries and delivery.timeout.ms are safe.",
  "headline/search-stopped": "The search was stopped: this is the best that was found until then.",
  "headline/further": "{changes} goes further: {gain}; in return {prices}.",
  "headline/further-free": "{changes} goes further: {gain}.",

  "risk/acks": "a leader that crashes takes with it what it alone has acknowledged",
  "risk/acks-measured":
    "a leader that crashes takes with it what it alone has acknowledged (at any moment {mean} records on average, {most} at most)",
  "risk/duplicates": "a retry without idempotence can store a batch twice",
  "risk/order": "a retry without idempotence can store a batch behind its successor",
  "risk/retries": "a delivery is given up after a few failed attempts",
  "risk/delivery-timeout": "a delivery is given up before a failover may be over",

  "goal/p99": "lowest p99 latency",
  "goal/throughput": "highest throughput",
  "goal/requests": "fewest requests",
  "goal/memory": "least memory",
  "goal/no-loss": "no loss, no duplicates, no failures",

  "section/alternative": "Further, at a higher price",
  "table/alternative": "The proposal and what goes further",
  "table/prevents": "Cannot happen any more",
  "name/lateP50": "median latency",
  "name/throughput": "throughput",
  "name/requests": "requests per second",
  "name/memoryLimit": "configured buffer.memory",
  "section/steps": "What brings most",
  "section/tried": "What was tried",
  "table/steps": "Changes in order of what they bring",
  "title/tune": "Tuning for {goal}",
  "chart/pareto": "{first} against {second}",
  "chart/pareto-description": "Every configuration that was tried; the line joins those that no other beats in both.",
} as const;
