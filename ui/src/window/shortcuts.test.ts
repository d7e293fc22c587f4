import { describe, expect, it } from 'vitest';

import { nextRegion, shortcutFor, type Keys } from './shortcuts';

const press = (key: string, held: Partial<Keys> = {}): Keys => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const reading = { isTyping: false };
const typing = { isTyping: true };

describe('keyboard shortcuts', () => {
  it('mean what UI.md says', () => {
    const control = (key: string) => shortcutFor(press(key, { ctrlKey: true }), reading);
    expect(['k', 'o', 'l', 'i', 'z'].map(control)).toEqual(['search', 'import', 'lock', 'inspector', 'undo']);
    expect(shortcutFor(press('H', { ctrlKey: true, shiftKey: true }), reading)).toBe('hideAmounts');
    expect(shortcutFor(press('F', { ctrlKey: true, shiftKey: true }), typing)).toBe('searchScreen');
    expect(shortcutFor(press('F6'), reading)).toBe('nextRegion');
    expect(shortcutFor(press('?', { shiftKey: true }), reading)).toBe('shortcuts');
  });

  it('walk the conversations with Alt, the unread ones with Control', () => {
    expect(shortcutFor(press('ArrowDown', { altKey: true }), reading)).toBe('nextConversation');
    expect(shortcutFor(press('ArrowUp', { ctrlKey: true }), reading)).toBe('previousUnread');
  });

  it('leave to a field what belongs to typing', () => {
    expect(shortcutFor(press('z', { ctrlKey: true }), typing)).toBeNull();
    expect(shortcutFor(press('?'), typing)).toBeNull();
    expect(shortcutFor(press('ArrowDown', { ctrlKey: true }), typing)).toBeNull();
    expect(shortcutFor(press('k', { ctrlKey: true }), typing)).toBe('search');
  });

  it('take the command key for Control', () => {
    expect(shortcutFor(press('k', { metaKey: true }), reading)).toBe('search');
  });

  it('do nothing for keys that mean nothing', () => {
    expect(shortcutFor(press('k'), reading)).toBeNull();
    expect(shortcutFor(press('k', { ctrlKey: true, altKey: true }), reading)).toBeNull();
  });
});

describe('regions', () => {
  it('follow each other around', () => {
    expect(nextRegion(3, 2, 1)).toBe(0);
    expect(nextRegion(3, 0, -1)).toBe(2);
    expect(nextRegion(3, -1, 1)).toBe(0);
    expect(nextRegion(3, -1, -1)).toBe(2);
  });
});
