/** The text of a mail, pasted: a mail again, so that it is read as one. */

/** Shorter texts are words copied from somewhere, not mails. */
const SHORTEST = 40;

/** As RFC 5322 has it, in UTC. */
function mailDate(now: Date): string {
  return now.toUTCString().replace('GMT', '+0000');
}

/** Its own headers, where it was copied with them. */
function hasHeaders(text: string): boolean {
  const head = text.slice(0, 2_000).split(/\r?\n/);
  return (
    head.filter((line) => /^(from|to|subject|date|received|message-id|mime-version):/i.test(line)).length >= 2
  );
}

/** `null` where there is nothing that could be a mail. */
export function pastedMail(plain: string, html: string, now: Date = new Date()): File | null {
  const text = plain.trim();
  if (text.length < SHORTEST) return null;
  if (hasHeaders(text)) return new File([text], 'mail.eml');
  const subject = (text.split(/\r?\n/)[0] ?? '').slice(0, 120);
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(subject)));
  const isHtml = html.trim().length > 0;
  const head = [
    `Subject: =?utf-8?B?${encoded}?=`,
    `Date: ${mailDate(now)}`,
    'MIME-Version: 1.0',
    `Content-Type: ${isHtml ? 'text/html' : 'text/plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
  ];
  return new File([`${head.join('\r\n')}\r\n\r\n${isHtml ? html : text}\r\n`], 'mail.eml');
}
