/** The canned household's documents, as they are looked at: a mail, a page, a statement. */
import type { OpenOriginal } from './generated/OpenOriginal';
import type { Original } from './generated/Original';
import type { OriginalPage } from './generated/OriginalPage';

const MAIL: OriginalPage = {
  kind: 'mail',
  subject: 'Confirmation de votre commande 40-22817',
  from: 'Volt & Cie <commandes@volt-et-cie.example>',
  to: 'Léa Martin <lea@exemple.example>',
  date: '2026-11-02T09:12:00+01:00',
  html: `<table width="600" align="center" cellpadding="12" style="border:1px solid #dddddd"><tbody>
<tr><td bgcolor="#0b5c5c" style="color:#ffffff;font-size:20px;font-weight:bold">Volt &amp; Cie</td></tr>
<tr><td><h2>Merci Léa, votre commande est confirmée</h2><p>Commande n° <b>40-22817</b> du 2 novembre 2026.</p>
<table width="100%" cellpadding="6" style="border-collapse:collapse"><tbody>
<tr style="border-bottom:1px solid #dddddd"><td>Grille-pain Duo</td><td align="right">69,00&nbsp;€</td></tr>
<tr style="border-bottom:1px solid #dddddd"><td>Bouilloire</td><td align="right">50,00&nbsp;€</td></tr>
<tr><td><b>Total</b></td><td align="right"><b>119,00&nbsp;€</b></td></tr></tbody></table>
<p>Livraison prévue entre le 5 et le 7 novembre 2026.</p><p><img alt="Suivre mon colis"></p></td></tr></tbody></table>`,
  attachments: ['Conditions.pdf'],
  leftOut: 3,
};

/** A page as a worker would draw it. */
function page(): OriginalPage {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1190, 1684];
  const draw = canvas.getContext('2d');
  if (draw) {
    draw.fillStyle = '#ffffff';
    draw.fillRect(0, 0, canvas.width, canvas.height);
    draw.fillStyle = '#13211f';
    draw.font = '600 44px sans-serif';
    draw.fillText('Volt & Cie', 100, 150);
    draw.font = '30px sans-serif';
    draw.fillText('Facture F-2026-081834', 100, 230);
    ['Aspirateur balai Silenzo V8', 'Filtre lavable', 'Livraison à domicile'].forEach((line, at) => {
      draw.fillText(line, 100, 400 + at * 60);
      draw.fillText(['329,00 €', '14,90 €', '5,10 €'][at] ?? '', 940, 400 + at * 60);
    });
    draw.fillText('Total TTC', 100, 640);
    draw.fillText('349,00 €', 940, 640);
  }
  return {
    kind: 'picture',
    width: canvas.width,
    height: canvas.height,
    png: canvas.toDataURL('image/png').split(',')[1] ?? '',
    words: [{ text: 'Facture', left: 0.084, top: 0.118, width: 0.1, height: 0.02 }],
  };
}

function statement(first: number): OriginalPage {
  const lines = Array.from({ length: 60 }, (_, at) =>
    at % 6 === 4
      ? `<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261030<TRNAMT>-24.99<FITID>0052817-0${at}<NAME>VOLT ET CIE`
      : `<MEMO>CARTE 4417 REF 0052817-0${at}</STMTTRN>`,
  );
  return { kind: 'text', first, lines };
}

export function makeOriginal({ sha256, page: at, password }: OpenOriginal, isForgotten: boolean): Original {
  const isPage = /\.(pdf|jpg)$/.test(sha256);
  const isMail = sha256.endsWith('.eml');
  const asksPassword = sha256.includes('Conditions') && password === null;
  const shown = isPage ? page() : isMail ? MAIL : statement(180);
  return {
    sha256,
    name: isPage || isMail ? sha256 : 'releve_2026-10.ofx',
    receivedAt: '2026-11-02T08:12:44Z',
    size: 48_211,
    isForgotten,
    page: at ?? 0,
    pages: isPage ? 2 : 1,
    shown: isForgotten || asksPassword ? null : shown,
    finding: null,
    asksPassword,
  };
}
