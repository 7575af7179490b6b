/** Part of a pattern: any text, any one character, or one of some. */
type Part = { kind: 'any' } | { kind: 'one'; accepts(character: string): boolean };

/** Tells what Redis's glob patterns (`*`, `?`, `[a-c]`, `[^a]`, `\x`) match, in time that patterns cannot blow up. */
export function globMatcher(pattern: string): (text: string) => boolean {
  const parts = readParts(pattern);
  return (text) => {
    let part = 0;
    let star = -1;
    let resumeAt = 0;
    for (let index = 0; index < text.length;) {
      const current = parts[part];
      if (current?.kind === 'any') {
        star = part;
        part += 1;
        resumeAt = index;
      } else if (current?.accepts(text[index] ?? '')) {
        part += 1;
        index += 1;
      } else if (star >= 0) {
        part = star + 1;
        resumeAt += 1;
        index = resumeAt;
      } else return false;
    }
    while (parts[part]?.kind === 'any') part += 1;
    return part === parts.length;
  };
}

function readParts(pattern: string): Part[] {
  const parts: Part[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] ?? '';
    if (character === '*') parts.push({ kind: 'any' });
    else if (character === '?') parts.push({ kind: 'one', accepts: () => true });
    else if (character === '[') {
      const end = pattern.indexOf(']', index + 1);
      const set = pattern.slice(index + 1, end < 0 ? undefined : end);
      parts.push({ kind: 'one', accepts: characterSet(set) });
      index = end < 0 ? pattern.length : end;
    } else {
      const literal =
        character === '\\' && index + 1 < pattern.length ? pattern[++index] : character;
      parts.push({ kind: 'one', accepts: (given) => given === literal });
    }
  }
  return parts;
}

function characterSet(set: string): (character: string) => boolean {
  const negated = set.startsWith('^');
  const ranges: [string, string][] = [];
  for (let index = negated ? 1 : 0; index < set.length; index += 1) {
    const from = set[index] ?? '';
    const isRange = set[index + 1] === '-' && index + 2 < set.length;
    ranges.push([from, isRange ? (set[index + 2] ?? from) : from]);
    if (isRange) index += 2;
  }
  return (character) =>
    negated !== ranges.some(([from, to]) => character >= from && character <= to);
}
