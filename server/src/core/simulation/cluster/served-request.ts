import type { ProduceError } from "../producer/errors.js";
import type { ReplicationWaiter } from "./broker-partition.js";
import type { ArrivingRequest, ServerConnection } from "./broker.js";

/** A request that a broker works on, until its answer: what its batches came to, and how many of them wait for replicas. */
export class ServedRequest implements ReplicationWaiter {
  readonly connection: ServerConnection;
  readonly request: ArrivingRequest;
  /** Life of the broker in which it was taken up. */
  readonly generation: number;
  readonly errors: (ProduceError | undefined)[];
  /** Batches that wait for replicas, and 1 while the append is under way. */
  open: number = 1;
  readonly #broker: { answer(served: ServedRequest): void };

  constructor(
    connection: ServerConnection,
    request: ArrivingRequest,
    generation: number,
    broker: { answer(served: ServedRequest): void },
  ) {
    this.connection = connection;
    this.request = request;
    this.errors = noErrors(request.batches.length);
    this.generation = generation;
    this.#broker = broker;
  }

  onReplicated(index: number, error: ProduceError | undefined): void {
    this.errors[index] = error;
    this.settle();
  }

  /** One less to wait for. */
  settle(): void {
    this.open -= 1;
    if (this.open === 0) this.#broker.answer(this);
  }
}

/** By hand: what `map` and `fill` make is of another kind to JavaScript engines each time, and compiled code is thrown away. */
function noErrors(count: number): undefined[] {
  if (count === 0) return [];
  const errors = [undefined];
  while (errors.length < count) errors.push(undefined);
  return errors;
}
