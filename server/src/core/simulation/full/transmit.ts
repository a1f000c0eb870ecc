import type { ProduceRequest } from "../producer/request.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { ClientNode } from "./client-node.js";
import type { World } from "./client-plan.js";

/** Who sends a request. */
interface SendingClient {
  readonly number: number;
  readonly nodes: readonly ClientNode[];
  readonly settings: ProducerSettings;
}

/** A request leaves; on a connection that was closed meanwhile nothing does. */
export function transmit(
  request: ProduceRequest,
  { number, nodes, settings }: SendingClient,
  { statistics, queue, observer }: World,
): void {
  for (const batch of request.batches) batch.firstSentUs ??= queue.nowUs;
  const node = nodes[request.node];
  if (node?.connection.isOpen !== true) {
    if (settings.acks === 0) node?.wire.refuse(request);
    return;
  }
  const bytes = node.wire.transmit(request, request.node);
  statistics.noteRequest(request, bytes, queue.nowUs);
  observer?.onRequest(number, request, bytes);
  if (settings.acks !== 0) node.watchTimeout();
}
