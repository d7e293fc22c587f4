import { describe, expect, it } from 'vitest';

import { glyphs, outlineOf, outlines } from './glyphs';

describe('outlines', () => {
  it('hold all that each glyph draws, each part from a place of its own', () => {
    for (const [name, markup] of Object.entries(glyphs)) {
      const shapes = markup.match(/<(?!\/|svg)/g) ?? [];
      const parts = outlines[name as keyof typeof glyphs].match(/(^| )M/g) ?? [];
      expect(parts.length, name).toBeGreaterThanOrEqual(Math.max(shapes.length, 1));
    }
  });

  it('join the paths of a glyph', () => {
    expect(outlineOf('<svg><path d="M1,2Z"/><path d="M3,4Z"/></svg>')).toBe('M1,2Z M3,4Z');
  });
});
