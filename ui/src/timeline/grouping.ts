/** From items to rows: day markers, the unread marker, and which bubbles stand close together. */
import type { TimelineItem } from '../api/contract';
import { isOut } from '../money/format';

export type Place = 'alone' | 'first' | 'middle' | 'last';

/** A quiet one is a place to go to and not said: a gap names its own days, of which this is the last only. */
export type DayRow = { kind: 'day'; key: string; date: string; isQuiet: boolean };

export type Row =
  | DayRow
  | { kind: 'unread'; key: string }
  | { kind: 'toCome'; key: string }
  | {
      kind: 'item';
      key: string;
      item: TimelineItem;
      place: Place;
      /** Of the second of two debits that an alert is about, under the first one: minutes between them. */
      minutes: number | null;
    };

/** Whether a row of that kind stands before what it tells of, whatever that begins with. */
export function isMarker(kind: string | undefined): boolean {
  return kind === 'day' || kind === 'unread' || kind === 'toCome';
}

/** Stable across pages and reloads: the scroll anchor and `{#each}` both hold on to it. */
export function keyOf(item: TimelineItem): string {
  switch (item.kind) {
    case 'entry':
      return `entry-${item.id}`;
    case 'balance':
      return `balance-${item.date}-${item.balanceKind}-${item.money.currency}`;
    case 'proof':
      return `proof-${item.date}-${item.from ?? ''}-${item.file}`;
    case 'gap':
      return `gap-${item.from}`;
    case 'chainBreak':
      return `chain-break-${item.date}-${item.stated.amount}`;
    case 'import':
      return `import-${item.operation}`;
    case 'delivery':
      return `delivery-${item.receipt}-${item.parcel}`;
    case 'service':
      return `service-${item.receipt}-${item.serviceKind}`;
    case 'alert':
      return `alert-${item.alertKind}-${item.entry}`;
    case 'priceChange':
    case 'expected':
      return `${item.kind}-${item.entry}`;
    case 'answer':
    case 'uncounted':
      return `answer-${item.question}`;
    case 'waiting':
    case 'question':
    case 'note':
      return `${item.kind}-${item.id}`;
    default:
      return unknownKind(item);
  }
}

function unknownKind(item: never): never {
  throw new Error(`no such timeline item: ${JSON.stringify(item)}`);
}

/** The first entry not seen yet, oldest first: the unread marker stands before it. */
export function firstUnread(items: TimelineItem[]): string | null {
  const item = items.find((each) => each.kind === 'entry' && each.unread);
  return item ? keyOf(item) : null;
}

/** Entries after the last one that was there before: what came at the end. */
export function arrivedAfter(before: TimelineItem[], now: TimelineItem[]): number {
  const known = new Set(before.map(keyOf));
  let count = 0;
  for (let index = now.length - 1; index >= 0; index -= 1) {
    const item = now[index];
    if (!item || known.has(keyOf(item))) break;
    if (item.kind === 'entry') count += 1;
  }
  return before.length === 0 ? 0 : count;
}

/** The one row that Tab stops at, as arrows walk the others: the selected entry, else the newest. */
export function tabStop(rows: Row[], selected: number | null): string | null {
  const entries = rows.filter((row) => row.kind === 'item' && row.item.kind === 'entry');
  const chosen = entries.find(({ key }) => key === `entry-${selected}`);
  return (chosen ?? entries[entries.length - 1])?.key ?? null;
}

/** Entries of one day and one direction that follow each other make one group. */
function groupOf(item: TimelineItem | undefined): string | null {
  if (item?.kind !== 'entry') return null;
  return `${item.date} ${isOut(item.money) ? 'out' : 'in'}`;
}

function placeOf(isJoinedBefore: boolean, isJoinedAfter: boolean): Place {
  if (isJoinedBefore) return isJoinedAfter ? 'middle' : 'last';
  return isJoinedAfter ? 'first' : 'alone';
}

/** Minutes between two debits that stand one under the other, while an alert behind them asks about it. */
function minutesBetween(
  before: TimelineItem | undefined,
  item: TimelineItem,
  after: TimelineItem | undefined,
): number | null {
  if (after?.kind !== 'alert' || after.answer !== null) return null;
  if (item.kind !== 'entry' || item.id !== after.entry || item.receipts.length > 0) return null;
  if (before?.kind !== 'entry' || before.id !== after.first || before.receipts.length > 0) return null;
  return after.minutes;
}

/** The last item that is not to come: known once one to come stands below it, or nothing newer is left to read. */
export function newestOf(items: TimelineItem[], hasNewer: boolean, today: string): TimelineItem | null {
  const here = items.filter(({ date }) => date <= today);
  return hasNewer && here.length === items.length ? null : (here.at(-1) ?? null);
}

/** Rows, oldest first; what is to come stands apart. Two items that share a key (a statement read twice) keep distinct
 * rows. */
export function groupRows(items: TimelineItem[], unreadKey: string | null, today: string): Row[] {
  const rows: Row[] = [];
  const seen = new Map<string, number>();
  let marked: DayRow | null = null;
  const distinct = (key: string): string => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : `${key}-${times}`;
  };
  items.forEach((item, index) => {
    const previous = items[index - 1];
    const next = items[index + 1];
    const ownKey = keyOf(item);
    const isUnreadStart = ownKey === unreadKey;
    if (isUnreadStart) rows.push({ kind: 'unread', key: 'unread' });
    const isToCome = item.date > today && (previous === undefined || previous.date <= today);
    if (isToCome) rows.push({ kind: 'toCome', key: 'to-come' });
    const isQuiet = item.kind === 'gap';
    if (marked?.date !== item.date || (marked.isQuiet && !isQuiet)) {
      marked = { kind: 'day', key: distinct(`day-${item.date}`), date: item.date, isQuiet };
      rows.push(marked);
    }
    const group = groupOf(item);
    const isJoinedBefore = !isUnreadStart && group !== null && group === groupOf(previous);
    const isJoinedAfter = group !== null && group === groupOf(next) && (!next || keyOf(next) !== unreadKey);
    const place = placeOf(isJoinedBefore, isJoinedAfter);
    const minutes = isUnreadStart ? null : minutesBetween(previous, item, next);
    rows.push({ kind: 'item', key: distinct(ownKey), item, place, minutes });
  });
  return rows;
}

/** The same rows, as the objects that they were before where nothing of them changed: only the others are drawn anew. */
export function keptRows(rows: Row[], before: Row[]): Row[] {
  const known = new Map(before.map((row) => [row.key, row]));
  return rows.map((row) => {
    const old = known.get(row.key);
    return old && isSameRow(row, old) ? old : row;
  });
}

function isSameRow(row: Row, old: Row): boolean {
  if (row.kind === 'item')
    return (
      old.kind === 'item' && row.item === old.item && row.place === old.place && row.minutes === old.minutes
    );
  if (row.kind === 'day') return old.kind === 'day' && row.date === old.date && row.isQuiet === old.isQuiet;
  return row.kind === old.kind;
}
