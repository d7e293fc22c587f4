/** Which keys do what. Layout-independent: letters by what they type, not where they are. */

export type Shortcut =
  | 'search'
  | 'searchScreen'
  | 'import'
  | 'lock'
  | 'hideAmounts'
  | 'inspector'
  | 'goTo'
  | 'firstUnread'
  | 'undo'
  | 'redo'
  | 'nextRegion'
  | 'previousRegion'
  | 'shortcuts'
  | 'nextConversation'
  | 'previousConversation'
  | 'nextUnread'
  | 'previousUnread'
  | 'conversations'
  | 'overview'
  | 'receipts'
  | 'history'
  | 'settings';

export type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where typing belongs to a field, keys that mean something to it stay its own. */
export type Where = { isTyping: boolean };

const WITH_CONTROL: Record<string, Shortcut> = {
  k: 'search',
  o: 'import',
  l: 'lock',
  i: 'inspector',
  g: 'goTo',
  u: 'firstUnread',
  '1': 'conversations',
  '2': 'searchScreen',
  '3': 'history',
  '4': 'settings',
  '5': 'receipts',
  '6': 'overview',
  ',': 'settings',
  arrowdown: 'nextUnread',
  arrowup: 'previousUnread',
};

const WITH_CONTROL_AND_SHIFT: Record<string, Shortcut> = {
  h: 'hideAmounts',
  f: 'searchScreen',
};

/** The shortcut that a key press means, `null` when it means nothing here. */
export function shortcutFor(keys: Keys, { isTyping }: Where): Shortcut | null {
  const key = keys.key.toLowerCase();
  const isControl = keys.ctrlKey || keys.metaKey;
  if (key === 'f6') return keys.shiftKey ? 'previousRegion' : 'nextRegion';
  if (isControl && keys.shiftKey && !keys.altKey) {
    if (key === 'z') return isTyping ? null : 'redo';
    return WITH_CONTROL_AND_SHIFT[key] ?? null;
  }
  if (isControl && !keys.altKey) return withControl(key, isTyping);
  if (keys.altKey && !isControl) {
    if (key === 'arrowdown') return 'nextConversation';
    if (key === 'arrowup') return 'previousConversation';
    return null;
  }
  return key === '?' && !isTyping ? 'shortcuts' : null;
}

function withControl(key: string, isTyping: boolean): Shortcut | null {
  if (key === 'z') return isTyping ? null : 'undo';
  if (key === 'y') return isTyping ? null : 'redo';
  if (isTyping && key.startsWith('arrow')) return null;
  return WITH_CONTROL[key] ?? null;
}

/** The region after the focused one, around; the first when focus is in none. */
export function nextRegion(count: number, current: number, by: 1 | -1): number {
  if (current === -1) return by === 1 ? 0 : count - 1;
  return (current + by + count) % count;
}
