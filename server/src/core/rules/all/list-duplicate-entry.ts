import type { Setting } from "../../dialects/types.js";
import { adjustmentsOf } from "../support.js";
import { elementsOf, type ListElement } from "../support-lists.js";
import { settingOf } from "../support-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

/** bootstrap.servers has a rule of its own, which holds for all releases. */
const OWN_RULE = "bootstrap.servers";

export const listDuplicateEntry: Rule = {
  meta: {
    id: "list-duplicate-entry",
    severity: "warning",
    category: "silent-change",
    since: "4.2.0",
    summary: "The client drops repeated elements of a list and keeps the first.",
    sources: ["org.apache.kafka.common.config.ConfigDef.ValidList", "KIP-1161"],
  },
  messages: {
    duplicate: "{key} names {element} more than once: the client keeps the first and drops the rest.",
    first: "First of them",
    remove: "Remove the repeated elements",
  },
  check: (context) =>
    adjustmentsOf(context, "list-duplicates-removed").flatMap((adjustment): readonly Report[] => {
      const setting = settingOf(context, adjustment.key);
      if (setting === undefined || adjustment.key === OWN_RULE) return [];
      const repeated = repeatedElements(elementsOf(setting.value));
      const [pair] = repeated;
      if (pair === undefined) return [];
      return [
        {
          messageId: "duplicate",
          data: { key: adjustment.key, element: pair.element.text },
          key: adjustment.key,
          span: setting.spanOf(pair.element.start, pair.element.end),
          related: [{ span: setting.spanOf(pair.first.start, pair.first.end), messageId: "first" }],
          fixes: [removal(context, setting, repeated)],
          clientMessage: adjustment.log?.message,
        },
      ];
    }),
};

interface Repeated {
  readonly element: ListElement;
  readonly first: ListElement;
  readonly previous: ListElement;
}

function repeatedElements(elements: readonly ListElement[]): readonly Repeated[] {
  const seen = new Map<string, ListElement>();
  return elements.flatMap((element, index) => {
    const first = seen.get(element.text);
    const previous = elements[index - 1];
    if (first === undefined) seen.set(element.text, element);
    return first === undefined || previous === undefined ? [] : [{ element, first, previous }];
  });
}

/** Each repeated element goes with the comma before it. */
function removal(context: RuleContext, setting: Setting, repeated: readonly Repeated[]): Fix {
  const edits = repeated.flatMap(({ element, previous }) =>
    context.document.edits.replacePart(setting, previous.end, element.end, ""),
  );
  return { titleId: "remove", safety: "safe", edits };
}
