/** What a cleaned mail is shown in: a page of its own that may neither run, load nor lead anywhere. */

/** Stands beside the frame's sandbox and the window's own policy: any of the three is enough. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** Mails are written for white paper, in either theme. */
const LOOKS = `
  html { color-scheme: light; background: #ffffff; color: #13211f; }
  body { margin: 1.25rem; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  pre { font: inherit; white-space: pre-wrap; }
  table { max-width: 100%; }
  img { color: #5a6864; font-style: italic; }
`;

export function frameOf(html: string, lang: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${LOOKS}</style></head><body>${html}</body></html>`;
}
