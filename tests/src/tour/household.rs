//! An invented household: the sample's statements but one, so that a gap is told, and the mails of two purchases.

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

/// What is already in the ledger, in the order in which it came.
pub(super) fn imported(bank: &Path) -> Vec<PathBuf> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/api/sample");
    let mut files: Vec<PathBuf> = fs::read_dir(sample)
        .expect("the sample's statements")
        .filter_map(|file| file.ok().map(|file| file.path()))
        .filter(|path| !path.ends_with(LEFT_OUT))
        .collect();
    files.sort();
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
