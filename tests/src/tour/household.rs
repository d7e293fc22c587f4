//! An invented household: the sample's statements but one, so that a gap is told, two of them with something to look at, and the
//! mails of two purchases.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Days, NaiveDate, Utc};

/// Opens its ledger.
pub const PASSPHRASE: &str = "quatre mots sans lien";

/// The statement that is left out, which fills the gap when it is imported.
const LEFT_OUT: &str = "courant-2026-mai-juillet.xml";

/// A file that the ledger has: to drop it again changes nothing.
pub(super) const KNOWN: &str = "Confirmation de commande 40-22817.eml";

/// Statements of the sample that say something else here: for each, what is put in the place of what. Each still adds up.
const CHANGED: &[(&str, &[(&str, &str)])] = &[
    // Two equal debits, three minutes apart.
    (
        "carte-2026.ofx",
        &[
            (
                "<STMTTRN>\r\n<TRNTYPE>POS\r\n<DTPOSTED>20261029\r\n",
                "<STMTTRN>\r\n<TRNTYPE>POS\r\n<DTPOSTED>20261028\r\n<DTUSER>20261028180200\r\n<TRNAMT>-18.40\r\n<FITID>2026102800101\r\n\
                 <NAME>CARTE 28/10 VOLT ET CIE\r\n<MEMO>SACS ET FILTRES\r\n</STMTTRN>\r\n\
                 <STMTTRN>\r\n<TRNTYPE>POS\r\n<DTPOSTED>20261028\r\n<DTUSER>20261028180500\r\n<TRNAMT>-18.40\r\n<FITID>2026102800102\r\n\
                 <NAME>CARTE 28/10 VOLT ET CIE\r\n<MEMO>SACS ET FILTRES\r\n</STMTTRN>\r\n\
                 <STMTTRN>\r\n<TRNTYPE>POS\r\n<DTPOSTED>20261029\r\n",
            ),
            ("<BALAMT>0.00", "<BALAMT>-36.80"),
        ],
    ),
    // A phone that becomes dearer, and a purchase that costs as much less.
    (
        "courant-2026-aout-octobre.xml",
        &[
            (
                "<Amt Ccy=\"EUR\">19.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-08<",
                "<Amt Ccy=\"EUR\">21.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-08<",
            ),
            (
                "<Amt Ccy=\"EUR\">96.83</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-10<",
                "<Amt Ccy=\"EUR\">94.83</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-10<",
            ),
        ],
    ),
];

/// A statement of the sample as the household has it. Whatever its charset, its bytes are taken one for one.
fn changed(bank: &Path, path: PathBuf) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy());
    let change = CHANGED
        .iter()
        .find(|(changed, _)| name.as_deref() == Some(changed));
    let Some((name, replaced)) = change else {
        return path;
    };
    let bytes = fs::read(&path).expect("a statement of the sample");
    let mut text: String = bytes.into_iter().map(char::from).collect();
    for (from, to) in *replaced {
        assert_eq!(text.matches(from).count(), 1, "{name} has {from} once");
        text = text.replace(from, to);
    }
    let bytes: Vec<u8> = text
        .chars()
        .filter_map(|sign| u8::try_from(sign).ok())
        .collect();
    let file = bank.join(name);
    fs::write(&file, bytes).expect("a file in the temporary folder");
    file
}

/// What is already in the ledger, in the order in which it came.
pub(super) fn imported(bank: &Path) -> Vec<PathBuf> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/api/sample");
    let mut files: Vec<PathBuf> = fs::read_dir(sample)
        .expect("the sample's statements")
        .filter_map(|file| file.ok().map(|file| file.path()))
        .filter(|path| !path.ends_with(LEFT_OUT))
        .collect();
    files.sort();
    let mut files: Vec<PathBuf> = files.into_iter().map(|path| changed(bank, path)).collect();
    files.extend(mails(bank));
    files
}

/// What is dropped on the window: a statement with lines that cannot be read, and one whose columns must be told.
pub(super) fn write_rest(bank: &Path) {
    let write = |name: &str, text: &str| {
        fs::write(bank.join(name), text).expect("a file in the temporary folder");
    };
    write(
        "carte-coop-oct.csv",
        "Date;Libellé;Montant\n31/10/2026;HOTEL DU PORT;-84,00\n32/10/2026;BOULANGERIE MOREL;-4,20\n\
         05/10/2026;GRAND MARCHE SAINT-AUBRY;-52,18\n06/10/2026;VIDEOCLE;\n09/10/2026;ONDE MOBILE;-14,99\n",
    );
    write(
        "mouvements_estuaire.csv",
        "Date,Description,Amount\n01/02/2026,HARPER BAKERY,-12.50\n03/04/2026,ROWAN JOINERS,19.00\n05/06/2026,ESTUARY FERRIES,-31.40\n",
    );
}

fn mail(bank: &Path, name: &str, day: NaiveDate, subject: &str, body: &str) -> PathBuf {
    let file = bank.join(name);
    let date = day.format("%a, %d %b %Y 09:12:00 +0100");
    let text = format!(
        "From: Volt & Cie <commandes@volt-et-cie.example>\r\nTo: Lea <lea@exemple.example>\r\nSubject: {subject}\r\nDate: {date}\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nBonjour,\r\n\r\n{}\r\n",
        body.replace('\n', "\r\n")
    );
    fs::write(&file, text).expect("a file in the temporary folder");
    file
}

/// One purchase that a statement knows and that has arrived, and one that is on its way.
fn mails(bank: &Path) -> Vec<PathBuf> {
    let on = |day: NaiveDate| day.format("%d/%m/%Y");
    let october = NaiveDate::from_ymd_opt(2026, 10, 27).expect("a day");
    let today = DateTime::<Utc>::from(SystemTime::now()).date_naive();
    let (ordered, shipped) = (today - Days::new(3), today - Days::new(1));
    let (first, last) = (today + Days::new(2), today + Days::new(4));
    vec![
        mail(
            bank,
            "Confirmation de commande 40-22790.eml",
            october,
            "Confirmation de votre commande 40-22790",
            "Merci pour votre commande n° 40-22790 du 27/10/2026.\n\n1 x Sac de filtres\t14,90 €\n2 x Ampoule E27\t6,59 €\n\
             Frais de livraison\t3,50 €\nTotal TTC\t24,99 €\ndont TVA 20 %\t4,17 €",
        ),
        mail(
            bank,
            KNOWN,
            ordered,
            "Confirmation de votre commande 40-22817",
            &format!(
                "Merci pour votre commande n° 40-22817 du {}.\n\n1 x Grille-pain Duo\t69,00 €\n1 x Bouilloire Arcane\t50,00 €\n\
                 Total TTC\t119,00 €\n\nLivraison prévue entre le {} et le {}.",
                on(ordered),
                on(first),
                on(last)
            ),
        ),
        mail(
            bank,
            "Expédition 40-22817.eml",
            shipped,
            "Votre commande 40-22817 a été expédiée",
            &format!(
                "Votre commande 40-22817 a été expédiée.\nLivraison prévue entre le {} et le {}.",
                on(first),
                on(last)
            ),
        ),
    ]
}
