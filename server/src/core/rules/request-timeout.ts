/** Above an hour request.timeout.ms no longer bounds anything that people wait for; it is 30 s by default. */
export const TOO_LONG_MS = 3_600_000;
