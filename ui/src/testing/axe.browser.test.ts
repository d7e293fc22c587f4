import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { SCREENS } from './screens';
import { closeWindow, openWindow } from './window';

/** The day that floats over a conversation goes by itself, while axe looks too: it is there or is not, and never half through. */
const still = new CSSStyleSheet();
still.replaceSync('* { transition: none !important }');
document.adoptedStyleSheets.push(still);

/** What is wrong with the page as it is, each with its place; no rule is off. */
async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')}\n  ${html}`),
  );
}

afterEach(closeWindow);

const LOOKS = [
  { look: 'theme=light&lang=fr', width: 1280 },
  { look: 'theme=dark&lang=en', width: 1280 },
  { look: 'theme=light&lang=en', width: 760 },
  { look: 'theme=dark&lang=fr', width: 760 },
];

describe.each(LOOKS)('with $look, $width wide,', ({ look, width }) => {
  it.each(SCREENS.filter(({ isWide }) => !isWide || width > 1000))(
    'axe finds nothing on: $name',
    async ({ parameters = '', way }) => {
      await page.viewport(width, 800);
      await openWindow(`${look}&${parameters}`);
      await way?.();
      const found = await violations();
      expect(found.join('\n')).toBe('');
    },
  );
});
