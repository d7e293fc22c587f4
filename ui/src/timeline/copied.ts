/** Entries as text for the clipboard, masked as the window is. */
import type { EntryItem } from '../api/contract';
import { accountName } from '../conversations/accountName';
import { ledger } from '../state/ledger.svelte';
import { show, t, view } from '../state/view.svelte';
import { toCsv } from './choice';

export function asText(entries: EntryItem[]): string {
  return entries
    .map((entry) =>
      [
        show.dayFull(entry.date) + (entry.time ? `, ${entry.time}` : ''),
        entry.name,
        entry.text && show.told(entry.text),
        show.signed(entry.money),
      ]
        .filter(Boolean)
        .join('\u00a0· '),
    )
    .join('\n');
}

export function asCsv(entries: EntryItem[]): string {
  const header = ['date', 'time', 'account', 'name', 'text', 'amount', 'currency'];
  const rows = entries.map((entry) => {
    const account = ledger.accountNames.get(entry.account);
    return [
      entry.date,
      entry.time ?? '',
      account ? accountName(account) : '',
      entry.name,
      entry.text ? show.raw(entry.text) : '',
      view.hidden ? '•••' : entry.money.amount,
      entry.money.currency,
    ];
  });
  return toCsv(
    header.map((column) => t(`csv-${column}`)),
    rows,
  );
}
