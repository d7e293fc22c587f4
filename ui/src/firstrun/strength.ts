/** How much a passphrase holds against guessing: an honest, rough reading by length and words, never a promise. */

export type Strength = { level: 0 | 1 | 2 | 3 | 4; words: number };

/** The core refuses anything shorter. */
export const SHORTEST = 8;

function variety(text: string): number {
  return new Set(Array.from(text.toLowerCase())).size;
}

export function strengthOf(passphrase: string): Strength {
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[\s\-_.]+/)
      .filter((word) => word.length > 2),
  ).size;
  const length = Array.from(passphrase).length;
  if (length < SHORTEST) return { level: 0, words };
  if (variety(passphrase) < 6) return { level: 1, words };
  if (length >= 28 && words >= 5) return { level: 4, words };
  if (length >= 18 && (words >= 4 || variety(passphrase) >= 12)) return { level: 3, words };
  return { level: length >= 12 ? 2 : 1, words };
}
