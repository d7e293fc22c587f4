/** What the canned household has beyond its statements: receipts, parcels, notes, a gap. */
import type { EntryItem, TimelineItem } from './contract';
import type { ReceiptBlock } from './generated/ReceiptBlock';
import { euros } from './fakeLedger';
import type { ConversationRef } from './generated/ConversationRef';

const original = (file: string, format: string) => ({ sha256: file, file, format });

export const INVOICE: ReceiptBlock = {
  originals: [original('Facture F-2026-081834.pdf', 'pdf'), original('Expédition.eml', 'email')],
  file: 'Facture F-2026-081834.pdf',
  id: 1,
  documents: 2,
  merchant: 'Volt & Cie',
  date: '2026-10-16',
  order: null,
  invoice: 'F-2026-081834',
  lines: [
    { text: 'Aspirateur balai Silenzo V8', quantity: '1', money: euros(32_900) },
    { text: 'Filtre lavable', quantity: '2', money: euros(1490) },
    { text: 'Livraison à domicile', quantity: null, money: euros(510) },
  ],
  total: euros(34_900),
  taxes: [{ rate: '20', money: euros(5817) }],
  difference: null,
  isPaidOtherwise: false,
  byUser: false,
};

export const TICKET: ReceiptBlock = {
  originals: [original('ticket_3110.jpg', 'picture')],
  file: 'ticket_3110.jpg',
  id: 2,
  documents: 1,
  merchant: 'Grand Marché',
  date: '2026-10-31',
  order: null,
  invoice: null,
  lines: [
    { text: 'Lessive 1,5 L', quantity: '1', money: euros(890) },
    { text: 'Pommes', quantity: '1.2', money: euros(324) },
    { text: 'Café en grains', quantity: '2', money: euros(1598) },
    { text: '11 autres articles', quantity: null, money: euros(3023) },
  ],
  total: euros(5835),
  taxes: [],
  difference: euros(-300),
  isPaidOtherwise: false,
  byUser: false,
};

const HOOD_TICKET: ReceiptBlock = {
  ...TICKET,
  originals: [original('ticket_1203.jpg', 'picture')],
  file: 'ticket_1203.jpg',
  id: 7,
  merchant: 'Volt & Cie',
  date: '2026-03-12',
  lines: [{ text: 'lot 2 FILTRES HOTTE UNIV', quantity: '1', money: euros(3890) }],
  total: euros(3890),
  difference: null,
};

const BOTTLE_MAIL: ReceiptBlock = {
  ...TICKET,
  originals: [original('Facture 2025-11.pdf', 'pdf'), original('Votre colis est en route.eml', 'email')],
  file: 'Facture 2025-11.pdf',
  id: 8,
  documents: 2,
  merchant: 'Volt & Cie',
  date: '2025-11-21',
  lines: [
    { text: 'Bouteille isotherme 1 L', quantity: '1', money: euros(3990) },
    { text: 'Filtre à charbon', quantity: '2', money: euros(2000) },
  ],
  total: euros(5990),
  difference: null,
};

/** What mails say beyond what was bought, as the search reads them. */
export const MESSAGES: Record<string, string> = {
  'Expédition.eml':
    'Votre commande 40-21190 est expédiée. Aspirateur balai Silenzo V8, 2 × Filtre lavable, livraison mercredi.',
  'Votre colis est en route.eml': 'Bonjour Léa, votre bouteille et ses filtres arrivent demain.',
};

export const ORDER: ReceiptBlock = {
  originals: [
    original('Confirmation de commande 40-22817.eml', 'email'),
    original('Expédition 40-22817.eml', 'email'),
    original('Facture 40-22817.pdf', 'pdf'),
  ],
  id: 3,
  file: 'Confirmation de commande 40-22817.eml',
  documents: 3,
  merchant: 'Volt & Cie',
  date: '2026-11-02',
  order: '40-22817',
  invoice: null,
  lines: [
    { text: 'Grille-pain Duo', quantity: '1', money: euros(6900) },
    { text: 'Bouilloire', quantity: '1', money: euros(5000) },
  ],
  total: euros(11_900),
  taxes: [],
  difference: null,
  isPaidOtherwise: false,
  byUser: false,
};

const PARCEL = { parcel: 0, pickupUntil: null, isLate: false, asksArrival: false };

/** The entry with what hangs on it. */
export function withStory(item: { kind: 'entry' } & EntryItem, all: EntryItem[]): TimelineItem {
  const twin = (date: string, who: number) =>
    all.find((entry) => entry.date === date && entry.counterparty === who);
  if (item.counterparty === 1 && item.date === '2026-10-16') return { ...item, receipts: [INVOICE] };
  if (item.counterparty === 1 && item.date === '2026-03-12') return { ...item, receipts: [HOOD_TICKET] };
  if (item.counterparty === 1 && item.date === '2025-11-21') return { ...item, receipts: [BOTTLE_MAIL] };
  if (item.counterparty === 1 && item.date === '2026-09-08')
    return { ...item, isRefunded: true, cost: { ...item.money, amount: '0.00' } };
  if (item.counterparty === 1 && item.date === '2026-09-14')
    return { ...item, refundOf: { entry: twin('2026-09-08', 1)?.id ?? 0, date: '2026-09-08' } };
  if (item.counterparty === 2 && item.date === '2026-10-31') return { ...item, receipts: [TICKET] };
  return item;
}

function voltStory(): TimelineItem[] {
  return [
    {
      ...PARCEL,
      kind: 'delivery',
      receipt: 1,
      event: 'delivered',
      carrier: 'Colissimo',
      trackingNumber: null,
      date: '2026-10-21',
      from: '2026-10-23',
      until: '2026-10-23',
      delivered: '2026-10-21',
      steps: [],
      source: { kind: 'email', date: '2026-10-21' },
    },
    {
      kind: 'service',
      receipt: 1,
      isStated: false,
      date: '2026-10-21',
      serviceKind: 'return',
      until: '2026-11-04',
      since: '2026-10-21',
    },
    {
      kind: 'service',
      receipt: 1,
      isStated: false,
      date: '2026-10-21',
      serviceKind: 'guarantee',
      until: '2028-10-21',
      since: '2026-10-21',
    },
    {
      kind: 'waiting',
      id: 3,
      counterparty: 1,
      isRefund: false,
      candidates: [],
      date: '2026-11-02',
      title: 'Grille-pain Duo et bouilloire',
      order: '40-22817',
      money: euros(-11_900),
      receipt: ORDER,
    },
    {
      ...PARCEL,
      kind: 'delivery',
      receipt: 3,
      event: 'outForDelivery',
      carrier: 'Colissimo',
      trackingNumber: '6A00000000008',
      date: '2026-11-02',
      from: '2026-11-05',
      until: '2026-11-07',
      delivered: null,
      steps: [
        { step: 'ordered', state: 'done', from: '2026-11-02', until: null },
        { step: 'shipped', state: 'done', from: '2026-11-03', until: null },
        { step: 'onTheWay', state: 'now', from: '2026-11-04', until: null },
        { step: 'delivered', state: 'toCome', from: '2026-11-05', until: '2026-11-07' },
      ],
      source: { kind: 'email', date: '2026-11-04' },
    },
  ];
}

/** Rows of a conversation that no statement brings. */
export function storyOf({ kind, id }: ConversationRef, isGapAccepted: boolean): TimelineItem[] {
  if (kind === 'counterparty' && id === 1) return voltStory();
  if (kind === 'account' && id === 1)
    return [
      {
        kind: 'gap',
        date: '2026-05-14',
        from: '2026-05-01',
        until: '2026-05-14',
        balances: {
          closing: { amount: '874.90', currency: 'EUR' },
          opening: { amount: '1310.22', currency: 'EUR' },
          difference: { amount: '435.32', currency: 'EUR' },
        },
        accepted: isGapAccepted,
      },
    ];
  return [];
}
