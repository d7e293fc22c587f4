import type { Glyph } from '../kit/glyphs';

function isMail(format: string): boolean {
  return format === 'email' || format === 'mbox';
}

/** What stands for a document of this format. */
export function glyphOf(format: string): Glyph {
  if (isMail(format)) return 'envelope-simple';
  return format === 'pdf' ? 'file-pdf' : 'file-text';
}

/** What documents of these formats are, all together. */
export function kindOf(originals: { format: string }[]): 'mails' | 'documents' {
  return originals.length > 0 && originals.every(({ format }) => isMail(format)) ? 'mails' : 'documents';
}
