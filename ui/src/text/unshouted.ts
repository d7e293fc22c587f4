/** Banks print in capitals: such a text is shown as a person writes it. What the bank printed stands in the details. */

const SMALL = new Set('a à au aux d de des du e en et for in la le les of on par pour sur the to'.split(' '));

/** What is written in capitals by everybody. */
const SIGNS = new Set('AUD CAF CHF CPAM EDF EUR GBP IBAN RATP SARL SAS SASU SEPA TVA USA USD VAT'.split(' '));

const VOWEL = /[AEIOUYÀ-ÖØ-Ý]/u;

function word(raw: string, isFirst: boolean): string {
  const lower = raw.toLowerCase();
  // Where small letters are more than the capitals, places in the text would be others.
  if (lower.length !== raw.length || /\p{N}/u.test(raw) || SIGNS.has(raw)) return raw;
  if (!isFirst && SMALL.has(lower)) return lower;
  if (raw.length < 3 && !SMALL.has(lower)) return raw;
  return VOWEL.test(raw) ? raw.charAt(0) + lower.slice(1) : raw;
}

/** A text without a small letter, with as many characters, its words as names are written. Any other stays as it is. */
export function unshouted(text: string): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{3}/u.test(text)) return text;
  let isFirst = true;
  return text.replace(/[\p{L}\p{N}]+/gu, (raw) => {
    const told = word(raw, isFirst);
    isFirst = false;
    return told;
  });
}
