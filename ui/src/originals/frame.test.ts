import { describe, expect, it } from 'vitest';

import { frameOf } from './frame';

describe('the frame of a mail', () => {
  it('forbids everything before the first word of the mail', () => {
    const page = frameOf('<p>Bonjour</p>', 'fr');
    expect(page.indexOf("default-src 'none'")).toBeGreaterThan(0);
    expect(page.indexOf("default-src 'none'")).toBeLessThan(page.indexOf('Bonjour'));
    expect(page).not.toMatch(/script|https?:/);
  });
});
