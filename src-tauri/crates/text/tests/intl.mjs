// Writes intl.json: what Intl.NumberFormat says for fr-FR and en-GB, with the window's normalisation (U+202F to U+00A0, hyphen to U+2212).
// Run with Node and full ICU: node tests/intl.mjs > tests/intl.json
const codes = {
  EUR: 2, USD: 2, GBP: 2, CAD: 2, AUD: 2, NZD: 2, JPY: 0, CHF: 2, CNY: 2, INR: 2, KRW: 0, BRL: 2, MXN: 2, HKD: 2, SGD: 2, TWD: 2, ILS: 2, VND: 0,
  PHP: 2, XOF: 0, XAF: 0, XPF: 0, ARS: 2, CLP: 0, COP: 0, LBP: 0, FRF: 2, XCD: 2, SEK: 2, NOK: 2, DKK: 2, PLN: 2, CZK: 2, HUF: 2, RON: 2, BGN: 2,
  TRY: 2, ZAR: 2, THB: 2, MAD: 2, TND: 3, KWD: 3, PTS: 2,
};
const amounts = ["0", "1", "-24.99", "986.55", "1204.1", "-1204.1", "12345", "1234567.89", "-0.05"];
const rows = [];
for (const [lang, locale] of [["fr", "fr-FR"], ["en", "en-GB"]]) {
  for (const [code, decimals] of Object.entries(codes)) {
    for (const amount of amounts) {
      for (const signed of [false, true]) {
        const written = new Intl.NumberFormat(locale, {
          style: "currency", currency: code, minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: "halfEven",
          signDisplay: signed ? "exceptZero" : "negative",
        }).format(amount);
        rows.push({ lang, code, decimals, amount, signed, written: written.replaceAll("\u202f", "\u00a0").replaceAll("-", "\u2212") });
      }
    }
  }
}
process.stdout.write("[\n" + rows.map((row) => JSON.stringify(row)).join(",\n") + "\n]\n");
