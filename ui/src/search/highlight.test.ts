import { describe, expect, it } from 'vitest';

import { highlight } from './highlight';

const hits = (text: string, query: string) =>
  highlight(text, query)
    .filter(({ isHit }) => isHit)
    .map(({ text: hit }) => hit);

describe('search hits', () => {
  it('are blind to case and accents', () => {
    expect(hits('Grand Marché', 'marche')).toEqual(['Marché']);
    expect(hits('GRAND MARCHE', 'Marché')).toEqual(['MARCHE']);
  });

  it('are marked for every word, wherever it stands', () => {
    expect(hits('Sacs et filtres, filtre de hotte', 'filtre sac')).toEqual(['Sac', 'filtre', 'filtre']);
  });

  it('lose nothing of the text', () => {
    const text = 'Straße ﬁn Œuvre, été';
    expect(
      highlight(text, 'ete œuvre')
        .map(({ text: piece }) => piece)
        .join(''),
    ).toBe(text);
  });

  it('are none for an empty search', () => {
    expect(hits('Grand Marché', '  ')).toEqual([]);
  });
});
