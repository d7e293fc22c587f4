import { describe, expect, it } from 'vitest';

import { highlight, marked } from './highlight';

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

it('cuts a text at the places that the core found', () => {
  expect(marked('2 × Filtre lavable', [{ start: 4, end: 10 }])).toEqual([
    { text: '2 × ', isHit: false },
    { text: 'Filtre', isHit: true },
    { text: ' lavable', isHit: false },
  ]);
  expect(marked('Filtre', [])).toEqual([{ text: 'Filtre', isHit: false }]);
  expect(marked('Filtre', [{ start: 0, end: 6 }])).toEqual([{ text: 'Filtre', isHit: true }]);
});
