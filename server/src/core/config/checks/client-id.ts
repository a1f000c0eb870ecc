import { phrase } from "../../messages/phrase-texts.js";
import type { Draft } from "../draft.js";

/** A client id that is absent (or empty, up to 2.4) is generated; a transactional id gives it its name from 2.5 on. */
export function checkClientId(draft: Draft): void {
  const given = draft.string("client.id");
  if (draft.isSet("client.id") && (given !== "" || draft.since("2.5.0"))) return;
  if (!draft.since("2.5.0")) return;
  const transactionalId = draft.isSet("transactional.id") ? draft.string("transactional.id") : undefined;
  const value = transactionalId === undefined ? "producer-<n>" : `producer-${transactionalId}`;
  draft.effective.set("client.id", { value, source: "default", note: phrase("note/generated") });
}
