import type { Producer } from "../producer/producer.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { DueAnswer, ScriptedNode } from "./scripted-node.js";

/** The nodes of the scripted cluster with their connections: when the next thing happens, and what then reaches the producer. */
export class ScriptedNodes {
  readonly #nodes: readonly ScriptedNode[];
  readonly #producer: Producer;
  readonly #settings: ProducerSettings;

  constructor(nodes: readonly ScriptedNode[], producer: Producer, settings: ProducerSettings) {
    this.#nodes = nodes;
    this.#producer = producer;
    this.#settings = settings;
  }

  /** When the next answer arrives or the next connection closes, in milliseconds; Infinity if none does. */
  nextDueMs(): number {
    let dueMs = Infinity;
    this.#nodes.forEach((node, index) => {
      dueMs = Math.min(dueMs, node.answers[0]?.atMs ?? Infinity, this.#closeAtMs(node, index));
    });
    return dueMs;
  }

  /** Answers and closes that are due, node by node; returns whether there were any. */
  carryOut(nowMs: number, onAnswer?: (due: DueAnswer) => void, onClose?: () => void): boolean {
    let happened = false;
    this.#nodes.forEach((node, index) => {
      for (let due = node.answers[0]; due !== undefined && due.atMs <= nowMs; due = node.answers[0]) {
        node.answers.shift();
        this.#producer.onAnswer(due.request, due.errors, nowMs);
        onAnswer?.(due);
        happened = true;
      }
      if (this.#closeAtMs(node, index) > nowMs) return;
      const timedOut = node.closeAtMs > nowMs;
      node.close();
      this.#producer.onClose(index, timedOut, nowMs + this.#settings.reconnectBackoffMs, nowMs);
      onClose?.();
      happened = true;
    });
    return happened;
  }

  #closeAtMs(node: ScriptedNode, index: number): number {
    const timeoutAtMs = this.#producer.connections[index]?.timeoutAtMs(this.#settings.requestTimeoutMs) ?? Infinity;
    return Math.min(node.closeAtMs, timeoutAtMs);
  }
}
