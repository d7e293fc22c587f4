import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../src-tauri/crates/text/catalogue');
const SOURCES = join(import.meta.dirname, '..');

/** Words that French and English share, and names of keys and formats. */
const SAME_IN_BOTH = new Set([
  'alert-minutes',
  'search-kind-note',
  'search-kind-conversation',
  'ok',
  'minutes',
  'key-control',
  'conversations',
  'rail-conversations',
  'column-date',
  'csv-date',
  'receipt-total',
  'receipt-mails',
  'receipt-documents',
  'day-range',
  'column-conversation',
  'ask-dateOrder',
  'file-questions',
  'entry-dates',
  'provenance-format',
  'account-kind',
  'toasts',
  'spoken-money-in',
  'note',
  'history-note',
  'delimiter-5',
  'role-booking-date',
  'role-code',
  'history-question',
  'answer-total',
  'about-version',
]);

function read(lang: string, file = 'window.ftl'): string {
  return readFileSync(join(ROOT, lang, file), 'utf8');
}

function messages(lang: string): Map<string, string> {
  const parts = read(lang)
    .split(/^(?=[a-z][A-Za-z0-9-]* =)/m)
    .slice(1);
  return new Map(
    parts.map((part) => {
      const [key = '', ...value] = part.split(' =');
      return [
        key,
        value
          .join(' =')
          .replace(/^##.*$/gm, '')
          .trim(),
      ];
    }),
  );
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' ? [] : filesUnder(path);
    return /\.(ts|svelte)$/.test(name) && !name.endsWith('.test.ts') ? [path] : [];
  });
}

describe('the catalogue', () => {
  const fr = messages('fr');
  const en = messages('en');

  it('has the same keys in French and in English', () => {
    expect([...fr.keys()]).toEqual([...en.keys()]);
  });

  it('parses without an error in either language', () => {
    for (const lang of ['fr', 'en']) {
      expect(new FluentBundle(lang).addResource(new FluentResource(read(lang)))).toEqual([]);
      expect(new FluentResource(read(lang)).body.length).toBe(messages(lang).size);
    }
  });

  it('leaves no text untranslated', () => {
    const same = [...fr].filter(([key, text]) => text === en.get(key)).map(([key]) => key);
    expect(same.filter((key) => !SAME_IN_BOTH.has(key))).toEqual([]);
  });

  it('uses the same variables in both languages', () => {
    const variables = (text: string) => [...new Set(text.match(/\$\w+/g))].sort();
    const differing = [...fr].filter(([key, text]) => {
      const own = variables(text).filter((name) => name !== '$count' && name !== '$vowel');
      const other = variables(en.get(key) ?? '').filter((name) => name !== '$count' && name !== '$vowel');
      return JSON.stringify(own) !== JSON.stringify(other);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('keeps French typography', () => {
    const wrong = [...fr].filter(([, text]) => /'| [;!?»%]|« | :(\s|$)/m.test(text.replace(/\[|->/g, '')));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('has every key that the window asks for', () => {
    const asked = new Set<string>();
    for (const file of filesUnder(SOURCES)) {
      const source = readFileSync(file, 'utf8');
      for (const [, key] of source.matchAll(/\btn?\(\s*'([a-z][A-Za-z0-9-]*)'/g)) if (key) asked.add(key);
      for (const [, key] of source.matchAll(/\b(?:key|title): '([a-z]+-[A-Za-z0-9-]*)'/g))
        if (key) asked.add(key);
    }
    expect([...asked].filter((key) => !fr.has(key))).toEqual([]);
  });

  it('shares no key with the other files of the catalogue', () => {
    const others = readdirSync(join(ROOT, 'fr')).filter((file) => file !== 'window.ftl');
    const taken = others.flatMap((file) =>
      [...read('fr', file).matchAll(/^([a-z][\w-]*) =/gm)].map(([, key]) => key ?? ''),
    );
    expect(taken.filter((key) => fr.has(key))).toEqual([]);
  });
});
