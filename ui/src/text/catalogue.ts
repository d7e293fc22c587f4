/** The window's texts: `window.ftl` of the catalogue that the tray and the command line share. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

import en from '../../../src-tauri/crates/text/catalogue/en/window.ftl?raw';
import fr from '../../../src-tauri/crates/text/catalogue/fr/window.ftl?raw';
import type { Lang } from '../api/generated/Lang';

export type TextArguments = Record<string, FluentVariable>;

function makeBundle(lang: Lang, source: string): FluentBundle {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  bundle.addResource(new FluentResource(source));
  return bundle;
}

const bundles: Record<Lang, FluentBundle> = { fr: makeBundle('fr', fr), en: makeBundle('en', en) };

/** The text of a key; the key itself when the catalogue lacks it, which a test forbids. */
export function text(lang: Lang, key: string, args?: TextArguments): string {
  const bundle = bundles[lang];
  const pattern = bundle.getMessage(key)?.value;
  if (pattern == null) return key;
  return bundle.formatPattern(pattern, args ?? null);
}

/** For keys made of values that a file gives. */
export function has(lang: Lang, key: string): boolean {
  return bundles[lang].hasMessage(key);
}
