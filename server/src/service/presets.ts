import type { Hover } from "vscode-languageserver-types";
import { MarkupKind } from "vscode-languageserver-types";
import { PRESET_IDS, type PlatformPresetId, type PresetId } from "../core/changes/preset-ids.js";
import { listenerOf } from "../core/changes/platform-login.js";
import { PRESETS, type Preset } from "../core/changes/preset-table.js";
import { readsEnvironment } from "../core/changes/transaction-changes.js";
import { platformAbout, platformById, platformOf, type SettingWish } from "../core/catalog/platforms.js";
import { bootstrapHosts } from "../core/rules/bootstrap-hosts.js";
import type { SaySetting } from "../core/catalog/guide-texts.js";
import { affects, CLIENT_DEFECTS, defectText } from "../core/catalog/defects.js";
import type { Comment } from "../core/dialects/types.js";
import { lineEndOf } from "../core/dialects/properties-spelling.js";
import { editorSpeaker, type SayEditor } from "../core/messages/editor-texts.js";
import type { TextEdit } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { isObject } from "../core/schema/schema-check.js";
import { presetsPageUrl } from "./rule-page.js";
import { scenarioInUse } from "./scenario-in-use.js";

const FORM = /^\s*ackwise-preset\s*:?\s+([a-z-]+)(?:\s+(\d+))?\s*$/;

/** A comment that says which preset a file was made with. */
interface PresetComment {
  readonly comment: Comment;
  readonly id: PresetId;
  readonly version: number;
}

/** What a transactional id is made of: the client's own name, else that of the file. */
export function presetName({ context, document }: Analysis): string {
  const clientId = context.evaluation.given.get("client.id")?.trim() ?? "";
  if (/^[\w.-]+$/.test(clientId)) return clientId;
  const fileName = document.fileName.slice(document.fileName.lastIndexOf("/") + 1);
  const plain = fileName.replace(/\.[^.]*$/, "").replace(/[^\w.-]+/g, "-");
  return /\w/.test(plain) ? plain : "producer";
}

/** Writes `# ackwise-preset: durable 1`, in place of the comment about another preset if there is one. */
export function presetCommentEdit(analysis: Analysis, id: PresetId): readonly TextEdit[] {
  const newText = `# ackwise-preset: ${id} ${PRESETS[id].version}`;
  const existing = presetComments(analysis)[0];
  if (existing === undefined) {
    const lines = [newText, ...topicComments(analysis, id), ...corruptionComments(analysis, id)];
    const lineEnd = lineEndOf(analysis.document.text);
    return [{ span: { start: 0, end: 0 }, newText: lines.map((line) => `${line}${lineEnd}`).join("") }];
  }
  if (existing.id === id && existing.version === PRESETS[id].version) return [];
  return [{ span: existing.comment.span, newText }];
}

/** What a preset needs besides: settings of the topic, and where no environment can be read an id for each instance. */
function topicComments(analysis: Analysis, id: PresetId): readonly string[] {
  if (id !== "durable" && id !== "exactly-once") return [];
  const say = editorSpeaker(analysis.options.messages);
  const { evaluation } = analysis.context;
  const needsId = id === "exactly-once" && !evaluation.given.has("transactional.id") && !readsEnvironment(evaluation);
  const name = presetName(analysis);
  return [`# ${say("preset/topic")}`, ...(needsId ? [`# ${say("preset/instance", { name })}`] : [])];
}

/** The partitions of the scenario that a file names; 0 where it names none, or one that only says how the cluster is. */
export function partitionsInUse(analysis: Analysis): number {
  const { input } = scenarioInUse(analysis);
  if (!isObject(input)) return 0;
  const topics = Array.isArray(input["topics"]) ? input["topics"] : [input["topic"]];
  return topics.reduce<number>((sum, topic) => {
    const partitions: unknown = isObject(topic) ? topic["partitions"] : undefined;
    return sum + (typeof partitions === "number" && partitions > 0 ? partitions : 0);
  }, 0);
}

/** Whether to offer a preset among the actions of a file: those of platforms only where the file is for one. */
export function isPresetFor({ context }: Analysis, id: PresetId): boolean {
  const { platform } = PRESETS[id];
  return platform === undefined || bootstrapHosts(context).some(({ host }) => platformOf(host)?.id === platform.id);
}

/** What no setting of a preset for safety mends: a release that stores wrong records without an error. */
function corruptionComments({ context, messages, options }: Analysis, id: PresetId): readonly string[] {
  if (id !== "durable" && id !== "exactly-once") return [];
  const say = editorSpeaker(options.messages);
  const plain = messages.plain.bind(messages);
  const { catalog } = context;
  return CLIENT_DEFECTS.filter((defect) => defect.kind === "corruption" && affects(defect, catalog.version)).map(
    (defect) => {
      const consequence = defectText(defect, "consequence", plain);
      const remedy = defectText(defect, "remedy", plain);
      return `# ${say("preset/corrupts", { id: defect.id, version: catalog.version.text, consequence, remedy })}`;
    },
  );
}

function presetComments({ document }: Analysis): readonly PresetComment[] {
  return document.comments.flatMap((comment) => {
    const [, written, version] = FORM.exec(comment.text) ?? [];
    const id = PRESET_IDS.find((known) => known === written);
    return id === undefined ? [] : [{ comment, id, version: Number(version ?? PRESETS[id].version) }];
  });
}

/** Explains the preset that a comment names: what it wants of each setting, and what it is for. */
export function presetHover(analysis: Analysis, offset: number): Hover | undefined {
  const found = presetComments(analysis).find(({ comment: { span } }) => span.start <= offset && offset <= span.end);
  if (found === undefined) return undefined;
  const { document, options } = analysis;
  const plain = analysis.messages.plain.bind(analysis.messages);
  const value = presetDocs(found.id, found.version, editorSpeaker(options.messages), plain);
  return { contents: { kind: MarkupKind.Markdown, value }, range: document.lines.rangeOf(found.comment.span) };
}

function presetDocs(id: PresetId, version: number, say: SayEditor, plain: SaySetting): string {
  const preset = PRESETS[id];
  const wishes = [...loginTexts(preset), ...preset.wishes.map(wishText)].map((text) => `- \`${text}\``).join("\n");
  const older = version < preset.version ? [say("preset/older", { version, newest: preset.version })] : [];
  const title = `**${say(`preset/${id}`)}** (${preset.version})`;
  const what =
    preset.platform === undefined
      ? say(`preset/${id as Exclude<PresetId, PlatformPresetId>}/what`)
      : platformAbout(platformById(preset.platform.id), plain);
  return [title, what, wishes, ...older, `[docs/presets.md](${presetsPageUrl(id)})`].join("\n\n");
}

function loginTexts(preset: Preset): readonly string[] {
  const listener = listenerOf(preset);
  if (listener === undefined) return [];
  const mechanism = listener.mechanism === undefined ? [] : [`sasl.mechanism = ${listener.mechanism}`];
  return [`security.protocol = ${listener.protocol}`, ...mechanism];
}

/** `linger.ms ≥ 20`. */
export function wishText(wish: SettingWish): string {
  if ("oneOf" in wish) return `${wish.key} = ${wish.oneOf[0] ?? ""}`;
  const { key, atLeast, atMost } = wish;
  if (atMost === undefined) return `${key} ≥ ${atLeast ?? 0}`;
  return atLeast === undefined ? `${key} ≤ ${atMost}` : `${atLeast} ≤ ${key} ≤ ${atMost}`;
}
