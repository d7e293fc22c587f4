import { describe, expect, it } from 'vitest';

import { completed, COMMANDS, offered, stepped } from './commands';

const words = (line: string, lang: 'fr' | 'en') => offered(line, lang)?.map(({ word }) => word) ?? null;

describe('the commands of the composer', () => {
  it('are all offered after a slash', () => {
    expect(words('/', 'fr')).toEqual(['note', 'cash', 'reminder', 'question', 'search']);
  });

  it('are offered as they are typed, blind to accents and case', () => {
    expect(words('/esp', 'fr')).toEqual(['cash']);
    expect(words('/ESPECES', 'fr')).toEqual(['cash']);
    expect(words('/ca', 'en')).toEqual(['cash']);
    expect(words('/ca', 'fr')).toBeNull();
  });

  it('are offered no more once their words begin', () => {
    expect(words('/note ', 'fr')).toBeNull();
    expect(words('note', 'fr')).toBeNull();
    expect(words('12/11', 'fr')).toBeNull();
  });

  it('complete a line in the language of the window', () => {
    const cash = COMMANDS[1];
    expect(cash && completed(cash, 'fr')).toBe('/espèces ');
    expect(cash && completed(cash, 'en')).toBe('/cash ');
  });

  it('are walked around their ends', () => {
    expect([stepped(4, 0, -1), stepped(4, 3, 1), stepped(4, 1, 1), stepped(0, 0, 1)]).toEqual([3, 0, 2, 0]);
  });
});
