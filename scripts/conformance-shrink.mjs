// Makes a text smaller while something about it stays true.

/** Questions that one text may cost: each is a construction of a real producer. */
const MOST_TRIALS = 600;
const VALUE = /^((?:\\.|[^=:\s\\])*\s*[=:]?\s*)(.*)$/su;

/**
 * The smallest text found for which `holds` is still true; `plainer` is another way to write the whole text, tried first.
 * Lines are dropped, then values cut, until nothing more can go or the trials are used up.
 */
export async function shrunk(text, holds, plainer) {
  let trials = 0;
  const tryText = async (candidate) => trials++ < MOST_TRIALS && (await holds(candidate));
  let lines = ((await tryText(plainer)) ? plainer : text).split("\n");
  for (let before = ""; before !== lines.join("\n");) {
    before = lines.join("\n");
    lines = await without(lines, (rest) => tryText(rest.join("\n")));
    for (let index = 0; index < lines.length; index++) {
      const [, key, value] = VALUE.exec(lines[index]) ?? [undefined, "", lines[index]];
      const put = (letters) => lines.with(index, key + letters.join(""));
      const letters = await without([...value], (rest) => tryText(put(rest).join("\n")));
      lines = put(letters);
    }
  }
  return lines.join("\n");
}

/** Drops runs of elements, long ones first, as long as the rest will do. */
async function without(elements, willDo) {
  let rest = elements;
  for (let length = rest.length; length >= 1; length = Math.floor(length / 2))
    for (let start = 0; start < rest.length;) {
      const candidate = rest.toSpliced(start, length);
      if (candidate.length < rest.length && (await willDo(candidate))) rest = candidate;
      else start += length;
    }
  return rest;
}
