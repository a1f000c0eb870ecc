import { SERVICE_TEXTS, type SayService } from "../core/messages/service-texts.js";

type ServiceTextId = keyof typeof SERVICE_TEXTS;

/** What a group of the catalog is called; `other` for settings that are in none. */
export function groupName(group: string, say: SayService): string {
  const id = `group/${group}`;
  return isText(id) ? say(id) : group;
}

function isText(id: string): id is ServiceTextId & `group/${string}` {
  return Object.hasOwn(SERVICE_TEXTS, id);
}
