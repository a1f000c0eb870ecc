import type { EventQueue } from "../engine/event-queue.js";
import type { Producer } from "../producer/producer.js";
import type { SendingThread } from "./application-threads.js";
import type { ClientTransactions } from "./client-transactions.js";
import type { SenderThread } from "./sender-thread.js";

/** What close() closes. */
interface ClosedClient {
  readonly thread: SendingThread;
  readonly producer: Producer;
  readonly openRecords: number;
  readonly nowMs: number;
}

/** close(timeout): no more records; what is not done in time is aborted. */
export function planClose(
  { atUs, timeoutMs }: { readonly atUs: number; readonly timeoutMs: number },
  queue: EventQueue,
  client: ClosedClient,
  sender: SenderThread,
  transactions: ClientTransactions | undefined,
): void {
  queue.at(atUs, () => {
    client.thread.close();
    client.producer.beginFlush();
    transactions?.close();
    sender.wake();
  });
  queue.at(atUs + timeoutMs * 1_000, () => {
    if (client.openRecords > 0) sender.deliver(() => client.producer.abort(client.nowMs));
    transactions?.abandon();
  });
}
