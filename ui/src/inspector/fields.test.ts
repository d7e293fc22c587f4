import { describe, expect, it } from 'vitest';

import { fieldsTold } from './fields';

/** What each field is called, in a catalogue whose words are its keys. */
const words = (format: string, ...labels: string[]) =>
  fieldsTold(
    labels.map((label) => ({ label, text: '' })),
    format,
    (key) => key,
  ).map(({ word }) => word);

describe('a field of a bank file', () => {
  it('is told in words, whichever format names it', () => {
    expect([words('camt.053', 'Ustrd'), words('mt940', 'REMI', 'SVWZ', '?20')].flat()).toEqual(
      Array(4).fill('field-message'),
    );
    expect([words('ofx', 'NAME'), words('mt940', '?32'), words('qif', 'P')].flat()).toEqual(
      Array(3).fill('field-name'),
    );
  });

  it('says of somebody behind the payment the same in every format', () => {
    expect(words('mt940', 'ABWA', 'ULTD')).toEqual(['field-payer-behind', 'field-payer-behind']);
    expect(words('mt940', 'ABWE', 'ULTC')).toEqual(['field-payee-behind', 'field-payee-behind']);
  });

  it('keeps its own name where its code is not known, or says nothing of a rejection', () => {
    expect(words('mt940', '?61', '?34')).toEqual([null, null]);
    const codes = ['00', '12'].map((text) => [{ label: 'reject', text }]);
    expect(codes.map((raw) => fieldsTold(raw, 'cfonb120', (key) => key)[0]?.word)).toEqual([
      null,
      'field-returned',
    ]);
  });

  it('keeps the header of a column, even where it reads like a code', () => {
    expect(words('csv', 'Libellé de l’opération', 'N', 'P', 'NAME', 'text')).toEqual(Array(5).fill(null));
    expect(words('xlsx', 'E')).toEqual([null]);
    expect(words('ofx', 'P')).toEqual([null]);
  });

  it('is not called twice by one word', () => {
    const say = (key: string) => (key === 'field-name' ? 'Name' : key);
    expect(fieldsTold([{ label: 'NAME', text: 'VOLT CIE' }], 'ofx', say)).toEqual([
      { word: null, name: 'NAME', text: 'VOLT CIE' },
    ]);
  });

  it('is named once where the next line goes on with it', () => {
    const raw = [
      { label: '04', text: 'PRLV SEPA' },
      { label: '04', text: 'LA SUITE' },
      { label: 'NBE', text: 'ENERGIE' },
    ];
    expect(fieldsTold(raw, 'cfonb120', (key) => key)).toEqual([
      { word: 'field-wording', name: '04', text: 'PRLV SEPA' },
      { word: null, name: null, text: 'LA SUITE' },
      { word: 'field-payee', name: 'NBE', text: 'ENERGIE' },
    ]);
  });
});
