/** Which keys do what, as they are listed for people. */
import { t } from '../state/view.svelte';

export type ShortcutRow = { keys: string[]; key: string };

/** The key that shows the list. */
export const LIST_KEY = '?';

/** In the window's language; `key` names in the catalogue what they do. */
export function shortcutRows(): ShortcutRow[] {
  const control = t('key-control');
  const shift = t('key-shift');
  return [
    { keys: [control, 'K'], key: 'shortcut-search' },
    { keys: [control, shift, 'F'], key: 'shortcut-search-screen' },
    { keys: [control, 'O'], key: 'shortcut-import' },
    { keys: [control, 'Z'], key: 'shortcut-undo' },
    { keys: [control, 'Y'], key: 'shortcut-redo' },
    { keys: [control, 'I'], key: 'shortcut-inspector' },
    { keys: [control, 'G'], key: 'shortcut-go-to' },
    { keys: [control, 'U'], key: 'shortcut-first-unread' },
    { keys: [t('key-space')], key: 'shortcut-choose' },
    { keys: ['N'], key: 'shortcut-note' },
    { keys: ['R'], key: 'shortcut-attach' },
    { keys: ['L'], key: 'shortcut-refund' },
    { keys: [control, 'C'], key: 'shortcut-copy' },
    { keys: [control, 'L'], key: 'shortcut-lock' },
    { keys: [control, shift, 'H'], key: 'shortcut-hide' },
    { keys: ['↑', '↓', 'a…z'], key: 'shortcut-walk' },
    { keys: ['Alt', '↓'], key: 'shortcut-next' },
    { keys: [control, '↓'], key: 'shortcut-next-unread' },
    { keys: [control, '1…6'], key: 'shortcut-screens' },
    { keys: ['F6'], key: 'shortcut-region' },
    { keys: [LIST_KEY], key: 'shortcut-list' },
  ];
}
