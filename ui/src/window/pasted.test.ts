import { describe, expect, it } from 'vitest';

import { pastedMail } from './pasted';

const NOW = new Date('2026-11-04T08:12:00Z');
const TEXT = 'Votre commande 40-22817 est confirmée\n\nTotal TTC : 24,99 €';

describe('pasted text', () => {
  it('becomes a mail of today with its first line as subject', async () => {
    const mail = await pastedMail(TEXT, '', NOW)?.text();
    expect(mail).toContain('Date: Wed, 04 Nov 2026 08:12:00 +0000');
    expect(mail).toContain('Content-Type: text/plain; charset=utf-8');
    expect(mail).toContain('Total TTC : 24,99 €');
  });

  it('keeps the headers that it was copied with', async () => {
    const whole = `From: a@volt.example\nSubject: Commande\n\n${TEXT}`;
    expect(await pastedMail(whole, '', NOW)?.text()).toBe(whole);
  });

  it('keeps the rows of a mail that was copied with its looks', async () => {
    const mail = await pastedMail(TEXT, '<table><tr><td>Total</td></tr></table>', NOW)?.text();
    expect(mail).toContain('Content-Type: text/html');
    expect(mail).toContain('<td>Total</td>');
  });

  it('is left alone where it is a few words', () => {
    expect(pastedMail('24,99 €', '', NOW)).toBeNull();
  });
});
