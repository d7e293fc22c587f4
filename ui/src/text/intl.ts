/** Intl's formatters, each made once: making one takes as long as writing a hundred texts with it. */
import type { Lang } from '../api/generated/Lang';

const LOCALE: Record<Lang, string> = { fr: 'fr-FR', en: 'en-GB' };

export function localeOf(lang: Lang): string {
  return LOCALE[lang];
}

function keptBy<Options, Format>(make: (locale: string, options?: Options) => Format) {
  const kept = new Map<string, Format>();
  return (lang: Lang, options?: Options): Format => {
    const key = options ? lang + JSON.stringify(options) : lang;
    let format = kept.get(key);
    if (format === undefined) kept.set(key, (format = make(localeOf(lang), options)));
    return format;
  };
}

export const numberFormat = keptBy<Intl.NumberFormatOptions, Intl.NumberFormat>(
  (locale, options) => new Intl.NumberFormat(locale, options),
);
export const dateFormat = keptBy<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
  (locale, options) => new Intl.DateTimeFormat(locale, options),
);
export const relativeFormat = keptBy<Intl.RelativeTimeFormatOptions, Intl.RelativeTimeFormat>(
  (locale, options) => new Intl.RelativeTimeFormat(locale, options),
);
