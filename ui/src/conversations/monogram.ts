/** A conversation's face: up to two letters on one of eight tints, the same for a name every time. */

const HUES = 8;
const SMALL_WORDS = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'd',
  'et',
  'and',
  'of',
  'the',
  'à',
  'au',
  'aux',
]);

/** `Volt & Cie` → `VC`, `Boulangerie Morel` → `BM`, `Free` → `FR`. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  const [first = '', second] = telling.length > 0 ? telling : words;
  const letters = second
    ? (Array.from(first)[0] ?? '') + (Array.from(second)[0] ?? '')
    : Array.from(first).slice(0, 2).join('');
  return letters.toUpperCase();
}

/** 1 to 8, by FNV-1a over the name's UTF-16 units. */
export function hue(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> 0) % HUES) + 1;
}
