/** What the canned ledger understands of a line: enough for tests and pictures, the real reading is Rust's. */
import { euros } from './fakeLedger';
import { isAsked } from './fakeQuestion';
import type { LinePreview } from './generated/LinePreview';

const TODAY = '2026-11-04';

const DAYS: Record<string, string> = {
  hier: '2026-11-03',
  yesterday: '2026-11-03',
  demain: '2026-11-05',
  tomorrow: '2026-11-05',
};

type Words = { text: string; tags: string[]; day: string | null };

function wordsOf(typed: string): Words {
  const words = typed.split(/\s+/).filter(Boolean);
  const tags = words.filter((word) => /^#\p{L}/u.test(word)).map((word) => word.slice(1));
  const day = words.find((word) => word in DAYS || /^\d{4}-\d\d-\d\d$/.test(word));
  return {
    text: words.filter((word) => word !== day && !tags.includes(word.slice(1))).join(' '),
    tags,
    day: day === undefined ? null : (DAYS[day] ?? day),
  };
}

/** `name` is the conversation's, where it is with a counterparty. */
export function readFakeLine(typed: string, name: string | null): LinePreview {
  const line = typed.trim();
  if (line === '') return { kind: 'empty' };
  if (!line.startsWith('/')) {
    if (isAsked(line)) return { kind: 'question', query: line };
    return { kind: 'note', ...wordsOf(line) };
  }
  const [command = '', ...rest] = line.slice(1).split(/\s+/);
  const words = wordsOf(rest.join(' '));
  switch (command.normalize('NFD').replace(/\p{M}/gu, '')) {
    case 'note':
      return words.text ? { kind: 'note', ...words } : { kind: 'unfinished', command: 'note', lack: 'words' };
    case 'cash':
    case 'especes':
      return cash(words, name);
    case 'reminder':
    case 'rappel':
      if (words.day === null) return { kind: 'unfinished', command: 'reminder', lack: 'day' };
      return { kind: 'reminder', ...words, day: words.day };
    case 'question':
    case 'ask':
      return rest.length > 0
        ? { kind: 'question', query: rest.join(' ') }
        : { kind: 'unfinished', command: 'question', lack: 'words' };
    case 'search':
    case 'chercher':
      if (words.text === '') return { kind: 'unfinished', command: 'search', lack: 'words' };
      return { kind: 'search', query: words.text };
    default:
      return { kind: 'unknown', command };
  }
}

function cash({ text, tags, day }: Words, name: string | null): LinePreview {
  const match = /^(\+?)(\d+)(?:[.,](\d\d))?\s*(.*)$/.exec(text);
  if (!match) return { kind: 'unfinished', command: 'cash', lack: 'amount' };
  const [, sign, whole = '0', cents = '00', who = ''] = match;
  if (who === '' && name === null) return { kind: 'unfinished', command: 'cash', lack: 'words' };
  const amount = Number(whole) * 100 + Number(cents);
  return {
    kind: 'cash',
    money: euros(sign === '+' ? amount : -amount),
    day: day ?? TODAY,
    name: name ?? who.charAt(0).toUpperCase() + who.slice(1),
    new: name === null,
    text: name === null ? '' : who.charAt(0).toUpperCase() + who.slice(1),
    tags,
    newAccount: false,
  };
}
