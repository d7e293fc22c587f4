//! A savings account's CSV: a few lines about the account, then day, label, debit, credit and running balance.

use crate::{Period, plain};

pub(crate) fn write(period: &Period<'_>) -> String {
    let french = |cents: i64| plain(cents).replace('.', ",");
    let mut out = format!(
        "Compte;Livret C Vasseur\nIBAN;FR7699107000420417882090075\nDevise;EUR\nSolde au {};{}\n\nDate;Libellé;Débit;Crédit;Solde\n",
        period.until.format("%d/%m/%Y"),
        french(period.closing())
    );
    let mut balance = period.opening;
    for row in &period.rows {
        balance += row.cents;
        let (debit, credit) = if row.cents < 0 {
            (french(row.cents), String::new())
        } else {
            (String::new(), french(row.cents))
        };
        let day = row.day.format("%d/%m/%Y");
        out.push_str(&format!(
            "{day};{};{debit};{credit};{}\n",
            row.name,
            french(balance)
        ));
    }
    out
}
