import type { Glyph } from '../kit/glyphs';

/** What stands for a document of this format. */
export function glyphOf(format: string): Glyph {
  if (format === 'email' || format === 'mbox') return 'envelope-simple';
  return format === 'pdf' ? 'file-pdf' : 'file-text';
}
