import { describe, expect, it } from 'vitest';

import { unshouted } from './unshouted';

describe('a text in capitals', () => {
  it.each([
    ['SAINT-AUBRY', 'Saint-Aubry'],
    ['SACS ET FILTRES', 'Sacs et Filtres'],
    ['FORFAIT 06 XX XX 41 08', 'Forfait 06 XX XX 41 08'],
    ['LOYER OCTOBRE QUINTARD', 'Loyer Octobre Quintard'],
    ['DEBIT DIFFERE · CARTE 4417', 'Debit Differe · Carte 4417'],
    ['LA FERME DE L’ÉCOLE', 'La Ferme de L’École'],
  ])('is written as people write: %s', (printed, told) => {
    expect(unshouted(printed)).toBe(told);
  });

  it.each(['N7', 'SNCF', 'XX', 'SEPA', 'TVA', '0052817-02'])(
    'stays where everybody writes it so: %s',
    (printed) => {
      expect(unshouted(printed)).toBe(printed);
    },
  );

  it('has as many characters as before, so that places in it stay', () => {
    for (const text of ['STRASSE İZMİR ŒUVRE', 'CAFÉ DE LA GARE'])
      expect(unshouted(text)).toHaveLength(text.length);
  });
});

describe('any other text', () => {
  it.each(['Dîner de samedi', 'iPhone', 'PAYPAL *Volt', '12,50', ''])('stays as it is: %s', (text) => {
    expect(unshouted(text)).toBe(text);
  });
});
