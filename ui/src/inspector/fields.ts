/** What the fields of bank files hold: their own names are codes. A column's header is words already. */
import type { RawText } from '../api/generated/RawText';

const FIELDS: Record<string, string[]> = {
  'field-name': ['NAME', 'CNTP', '?32'],
  'field-payer': ['Dbtr', 'NPY', 'ORDP'],
  'field-payee': ['Cdtr', 'NBE', 'BENM'],
  'field-payer-behind': ['UltmtDbtr', 'ULTD', 'ABWA'],
  'field-payee-behind': ['UltmtCdtr', 'ULTC', 'ULTB', 'ABWE'],
  'field-bank': ['DbtrAgt', 'CdtrAgt'],
  'field-ordered-by': ['InitgPty', 'INIT'],
  'field-wording': ['text', '04', ':86:', '?00'],
  'field-message': ['Ustrd', 'AddtlRmtInf', 'REMI', 'SVWZ', '?20', 'LCC', 'LC2', 'RCN'],
  'field-more': ['AddtlNtryInf', 'AddtlTxInf', 'MEMO', 'MEMO2', 'MESSAGE', 'MESSAGE2', 'LIB', ':61:', ':NS:'],
  'field-reference': ['Refs', 'CdtrRef', 'RfrdDocInf'],
  'field-purpose': ['PURP'],
  'field-fees': ['Chrgs', 'CHGS', 'COAM'],
  'field-returned': ['RtrInf', 'RTRN', 'reject'],
  'field-address': ['ADDR'],
  'entry-original': ['OAMT', 'OCMT'],
  'entry-rate': ['EXCH'],
};

/** QIF names its fields by one letter each, which could head a column. */
const LETTERS: Record<string, string[]> = {
  'field-name': ['P'],
  'field-more': ['M', 'E'],
  'field-address': ['A'],
  'field-category': ['L', 'S'],
};

/** Formats of tables: what names their fields is a header. */
const TABLES = new Set(['csv', 'xlsx', 'xls', 'ods']);

const keysOf = (fields: Record<string, string[]>) =>
  new Map(Object.entries(fields).flatMap(([key, names]) => names.map((name) => [name, key])));

const [KEYS, KEYS_OF_LETTERS] = [keysOf(FIELDS), keysOf(LETTERS)];

/** The text that says what stands in a field of a format; none where its own name has to do. */
function fieldKey(name: string, format: string): string | null {
  if (TABLES.has(format)) return null;
  return (format === 'qif' ? KEYS_OF_LETTERS.get(name) : KEYS.get(name)) ?? null;
}

export type Field = { word: string | null; name: string | null; text: string };

/** Fields with what each is called: in words beside its own name, once for several that follow each other. */
export function fieldsTold(raw: RawText[], format: string, say: (key: string) => string): Field[] {
  return raw.map(({ label, text }, at) => {
    if (label === raw[at - 1]?.label) return { word: null, name: null, text };
    // CFONB writes zeros where nothing came back.
    const key = label === 'reject' && text === '00' ? null : fieldKey(label, format);
    const word = key && say(key);
    return { word: word?.toLowerCase() === label.toLowerCase() ? null : word, name: label, text };
  });
}
