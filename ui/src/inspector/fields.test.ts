import { describe, expect, it } from 'vitest';

import { fieldKey } from './fields';

describe('a field of a bank file', () => {
  it('is told in words, whichever format names it', () => {
    expect(['Ustrd', 'REMI', 'SVWZ', '?20'].map(fieldKey)).toEqual(Array(4).fill('field-message'));
    expect(['NAME', '?32', 'P'].map(fieldKey)).toEqual(Array(3).fill('field-name'));
  });

  it('keeps the header of a column, and a code that is not known', () => {
    expect(fieldKey('Libellé de l’opération')).toBeNull();
    expect(fieldKey('?61')).toBeNull();
  });
});
