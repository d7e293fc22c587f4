/** The five words of an import: sign and tint; the word itself is in the catalogue. */
import type { Glyph } from '../kit/glyphs';
import type { RowState } from './counts';

export const STATE_LOOKS: Record<RowState, { glyph: Glyph; tone: string }> = {
  new: { glyph: 'plus-circle-fill', tone: 'accent' },
  updated: { glyph: 'arrow-circle-up-fill', tone: 'accent' },
  known: { glyph: 'check-circle', tone: '' },
  conflict: { glyph: 'git-merge', tone: 'wait' },
  unreadable: { glyph: 'warning-circle-fill', tone: 'alert' },
};

export function lookOf(state: string): { glyph: Glyph; tone: string } {
  return STATE_LOOKS[state as RowState] ?? STATE_LOOKS.known;
}
