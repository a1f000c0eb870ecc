/** What every sample starts with, so that nothing but the mistake under test is found. */
export const START = [
  "bootstrap.servers=broker1:9092,broker2:9092",
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "client.id=orders",
  "",
].join("\n");

/** 20 + 60000 > 60000: the client throws. */
export const TOO_SHORT = `${START}linger.ms=20\nrequest.timeout.ms=60000\ndelivery.timeout.ms=60000\n`;

/** Throws from 4.0 on, where linger.ms is 5 by default; fine before, where it is 0. */
export const TOO_SHORT_SINCE_4_0 = `${START}request.timeout.ms=60000\ndelivery.timeout.ms=60000\n`;

/** A file that a producer reads without a word. */
export const CLEAN = `${START}acks=all\nlinger.ms=20\n`;

/** A .properties file that has nothing to do with Kafka. */
export const NOT_KAFKA = "title=Orders\nserver.port=8080\nlinger=no\n";

/** A key that the client does not know: found, but what is meant is a guess, so that no fix is applied unasked. */
export const MISSPELLED = `${START}max.in.flight.request.per.connection=1\n`;

/** Quotes belong to the value: the client throws, and taking them off is safe. */
export const QUOTED = `${MISSPELLED}acks="all"\n`;

/** What is left of `QUOTED` when everything that is safe to fix has been fixed. */
export const UNQUOTED = `${MISSPELLED}acks=all\n`;
