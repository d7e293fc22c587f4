import { describe, expect, it } from 'vitest';

import { highlight, marked, nearFirst } from './highlight';

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

it('begins a long text a little before its first hit, between words', () => {
  const text = 'Votre commande est expédiée. Aspirateur balai Silenzo V8, 2 × Filtre lavable';
  const start = text.indexOf('Filtre');
  const shown = nearFirst(text, [{ start, end: start + 6 }]);
  expect(shown.text).toBe('… balai Silenzo V8, 2 × Filtre lavable');
  expect(shown.marks.map(({ start, end }) => shown.text.slice(start, end))).toEqual(['Filtre']);
});

it('leaves a text whose first hit is near, or which has none', () => {
  const marks = [{ start: 4, end: 10 }];
  expect(nearFirst('Sac filtre', marks)).toEqual({ text: 'Sac filtre', marks });
  expect(nearFirst('un texte sans aucun des mots cherchés', []).marks).toEqual([]);
});
