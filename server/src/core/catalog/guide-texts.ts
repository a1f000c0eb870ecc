import type { Interaction, SettingGuide, TradeOffs } from "./guide.js";

/** Says a text about a setting in the user's language, by its id and its English. */
export type SaySetting = (id: string, english: string) => string;

/** The English itself. */
export const inEnglish: SaySetting = (_id, english) => english;

/** The summary of a setting. */
export function summaryText(key: string, english: string, say: SaySetting): string {
  return say(`catalog/${key}/summary`, english);
}

/** What a class is. */
export function classText(name: string, english: string, say: SaySetting): string {
  return say(`guide-class/${name}`, english);
}

/** What a value of a setting means. */
export function valueText(key: string, value: string, english: string, say: SaySetting): string {
  return say(`guide/${key}/values/${value}`, english);
}

/** What a key is that the producer reads outside its list of settings. */
export function extraKeyText(pattern: string, english: string, say: SaySetting): string {
  return say(`catalog-extra/${pattern}/note`, english);
}

/** A guide with every text of it in another language. */
export function guideIn(key: string, guide: SettingGuide, say: SaySetting): SettingGuide {
  const text = (path: string, english: string): string => say(`guide/${key}/${path}`, english);
  return {
    ...guide,
    details: guide.details === undefined ? undefined : text("details", guide.details),
    tradeOffs: mapValues(guide.tradeOffs, (occasion, tradeOffs) => tradeOffsIn(occasion, tradeOffs, text)),
    values: mapValues(guide.values, (value, english) => valueText(key, value, english, say)),
    interactsWith: guide.interactsWith.map((interaction, index): Interaction => {
      return { ...interaction, relation: text(`interactsWith/${index}`, interaction.relation) };
    }),
    dependsOnBroker: guide.dependsOnBroker.map(({ setting, relation }, index) => {
      return { setting, relation: text(`dependsOnBroker/${index}`, relation) };
    }),
    mistakes: guide.mistakes.map(({ belief, truth }, index) => {
      return { belief: text(`mistakes/${index}/belief`, belief), truth: text(`mistakes/${index}/truth`, truth) };
    }),
  };
}

function tradeOffsIn(occasion: string, tradeOffs: TradeOffs, text: SaySetting): TradeOffs {
  return mapValues(tradeOffs, (aspect, movement) => {
    if (movement.why === undefined) return movement;
    return { ...movement, why: text(`tradeOffs/${occasion}/${aspect}`, movement.why) };
  });
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, change: (key: string, value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(key, value)]));
}
