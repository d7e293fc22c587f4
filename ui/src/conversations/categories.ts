/** The pictures of categories. */
import { glyphs, type Glyph } from '../kit/glyphs';

const OWN: Record<string, Glyph> = {
  groceries: 'basket-fill',
  dining: 'fork-knife-fill',
  shopping: 'shopping-bag-fill',
  home: 'house-fill',
  energy: 'lightning-fill',
  telecom: 'device-mobile-fill',
  transport: 'bus-fill',
  travel: 'airplane-tilt-fill',
  health: 'first-aid-kit-fill',
  leisure: 'ticket-fill',
  education: 'graduation-cap-fill',
  insurance: 'umbrella-fill',
  taxes: 'scales-fill',
  banking: 'bank-fill',
  income: 'briefcase-fill',
  giving: 'hand-heart-fill',
  cash: 'money-wavy-fill',
  other: 'dots-three-circle-fill',
};

/** What a category of the user's may be shown by. */
export const CHOICES: Glyph[] = [
  'star-fill',
  'heart-fill',
  'paw-print-fill',
  'baby-fill',
  'plant-fill',
  'gift-fill',
  'wrench-fill',
  'music-notes-fill',
  'bicycle-fill',
  'book-open-fill',
];

const KINDS: Record<string, Glyph> = {
  merchant: 'storefront-fill',
  person: 'user-fill',
  bank: 'bank-fill',
};

type Named = { word: string; glyph: string | null };

/** The picture of a category: the user's where there is such a one, else its own. */
export function glyphOf({ word, glyph }: Named): Glyph {
  if (glyph !== null && glyph in glyphs) return glyph as Glyph;
  return OWN[word] ?? 'star-fill';
}

/** What an avatar bears: what the counterparty is, else what kind of one. */
export function badgeOf(category: Named | null, kind: string): Glyph {
  return category ? glyphOf(category) : (KINDS[kind] ?? 'storefront-fill');
}
