/** What the fields of bank files hold: their own names are codes. A column's header is words already. */

const FIELDS: Record<string, string[]> = {
  'field-name': ['NAME', 'CNTP', '?32', 'P'],
  'field-payer': ['Dbtr', 'NPY', 'ORDP', 'ABWA'],
  'field-payee': ['Cdtr', 'NBE', 'BENM', 'ABWE'],
  'field-payer-behind': ['UltmtDbtr', 'ULTD'],
  'field-payee-behind': ['UltmtCdtr', 'ULTC', 'ULTB'],
  'field-bank': ['DbtrAgt', 'CdtrAgt'],
  'field-ordered-by': ['InitgPty', 'INIT'],
  'field-wording': ['text', '04', ':86:', '?00'],
  'field-message': ['Ustrd', 'AddtlRmtInf', 'REMI', 'SVWZ', '?20', 'LCC', 'LC2', 'RCN'],
  'field-more': [
    'AddtlNtryInf',
    'AddtlTxInf',
    'MEMO',
    'MEMO2',
    'MESSAGE',
    'MESSAGE2',
    'M',
    'E',
    'LIB',
    ':61:',
    ':NS:',
  ],
  'field-reference': ['Refs', 'CdtrRef', 'RfrdDocInf', 'N'],
  'field-purpose': ['PURP'],
  'field-fees': ['Chrgs', 'CHGS', 'COAM'],
  'field-returned': ['RtrInf', 'RTRN', '?34', 'reject'],
  'field-address': ['ADDR', 'A'],
  'field-category': ['L', 'S'],
  'entry-original': ['OAMT', 'OCMT'],
  'entry-rate': ['EXCH'],
};

const KEYS = new Map(Object.entries(FIELDS).flatMap(([key, names]) => names.map((name) => [name, key])));

/** The text that says what stands in a field; none where its own name has to do. */
export function fieldKey(name: string): string | null {
  return KEYS.get(name) ?? null;
}
