import type { Span } from "../text/span.js";

/** A value of a text with the place where it stands. */
export type TreeNode = ObjectNode | ListNode | ScalarNode;

export interface ObjectNode {
  readonly kind: "object";
  readonly span: Span;
  /** In the order of the text; a name that is written twice stands here twice, and the last one counts. */
  readonly members: readonly TreeMember[];
}

export interface ListNode {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly TreeNode[];
}

export interface ScalarNode {
  readonly kind: "scalar";
  /** Empty where the value is left out. */
  readonly span: Span;
  readonly value: unknown;
}

/** A name in an object and what stands behind it. */
export interface TreeMember {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: TreeNode;
}

/** One step into a value: what it leads to, and the name in front of that unless it is an item of a list or the whole. */
export interface TreeStep {
  readonly node: TreeNode;
  readonly member: TreeMember | undefined;
}

/** The way from the whole to a part of it, both included. */
export interface TreeTrail {
  readonly steps: readonly TreeStep[];
  /** Whether the path leads here; else this is the way to the nearest thing above it. */
  readonly isExact: boolean;
}

/** The value without places, as `JSON.parse` gives it. */
export function plainValue(node: TreeNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(plainValue);
    case "object":
      // Not by assignment: a member may be called __proto__.
      return Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)]));
  }
}

/** The way to what a path such as `faults[0].broker` names. */
export function trailTo(root: TreeNode, path: string): TreeTrail {
  return longest({ node: root, member: undefined }, path);
}

/** Names may have dots and brackets in them, so several may fit; of two that are alike, the one that counts is asked first. */
function longest(step: TreeStep, path: string): TreeTrail {
  if (path === "") return { steps: [step], isExact: true };
  let best: TreeTrail = { steps: [step], isExact: false };
  for (const next of stepsInto(step.node, path)) {
    const { steps, isExact } = longest(next, next.rest);
    if (isExact || steps.length >= best.steps.length) best = { steps: [step, ...steps], isExact };
    if (isExact) break;
  }
  return best;
}

/** The way to the innermost part whose name or value holds an offset; its ends count. */
export function trailAt(root: TreeNode, offset: number): readonly TreeStep[] {
  const steps: TreeStep[] = [{ node: root, member: undefined }];
  for (;;) {
    const step = partsOf(steps.at(-1)?.node ?? root).find((part) => holds(part, offset));
    if (step === undefined) return steps;
    steps.push(step);
  }
}

function partsOf(node: TreeNode): readonly TreeStep[] {
  switch (node.kind) {
    case "scalar":
      return [];
    case "list":
      return node.items.map((item) => ({ node: item, member: undefined }));
    case "object":
      return node.members.map((member) => ({ node: member.value, member }));
  }
}

function holds({ node, member }: TreeStep, offset: number): boolean {
  const start = member?.nameSpan.start ?? node.span.start;
  return offset >= start && offset <= Math.max(node.span.end, member?.nameSpan.end ?? 0);
}

interface PathStep extends TreeStep {
  readonly rest: string;
}

function stepsInto(node: TreeNode, path: string): readonly PathStep[] {
  switch (node.kind) {
    case "scalar":
      return [];
    case "list": {
      const [written = "", index = ""] = /^\[(\d+)\]/.exec(path) ?? [];
      const item = written === "" ? undefined : node.items[Number(index)];
      return item === undefined ? [] : [{ node: item, member: undefined, rest: restAfter(path, written) }];
    }
    case "object":
      return node.members
        .filter(({ name }) => path.startsWith(name) && /^(?:$|[.[])/.test(path.slice(name.length)))
        .map((member) => ({ node: member.value, member, rest: restAfter(path, member.name) }))
        .reverse();
  }
}

function restAfter(path: string, written: string): string {
  return path.slice(written.length).replace(/^\./, "");
}
