//! The Vasseurs of Saint-Aubry: two salaries, one child, eighteen months of money.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::chance::Chance;
use crate::day;

/// How money moved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Card,
    Debit,
    TransferIn,
    TransferOut,
    Cash,
    Fee,
    Interest,
    Settlement,
}

/// One line of an account.
pub(crate) struct Row {
    pub(crate) day: NaiveDate,
    pub(crate) cents: i64,
    pub(crate) way: Way,
    /// Whom with, in the capitals of a bank; those of shops and firms keep their accents, as the bank's own words do not.
    pub(crate) name: &'static str,
    /// What it says beyond that.
    pub(crate) note: String,
}

/// Three accounts, their rows by day, and what each held on the evening of 30 April 2025.
pub(crate) struct Household {
    pub(crate) current: Vec<Row>,
    pub(crate) card: Vec<Row>,
    pub(crate) savings: Vec<Row>,
    pub(crate) current_opening: i64,
    pub(crate) card_opening: i64,
    pub(crate) savings_opening: i64,
}

const FIRST: &str = "2025-05-01";
const LAST: &str = "2026-10-31";
/// What the current account holds at the end, in cents.
const IN_THE_END: i64 = 98_655;

/// Paid on the same day of each month: day, cents, how, to whom, why.
const MONTHLY: &[(u32, i64, Way, &str, &str)] = &[
    (1, -69_000, Way::TransferOut, "M ARMAND DELCOURT", "LOYER"),
    (
        3,
        -3_840,
        Way::Debit,
        "ASSURANCES HÊTRE",
        "CONTRAT HABITATION 20418",
    ),
    (4, -4_560, Way::Card, "TRAME URBAINE", "SAINT-AUBRY"),
    (
        5,
        -7_400,
        Way::Debit,
        "RIVAGE ÉNERGIE",
        "ECHEANCE ELECTRICITE",
    ),
    (
        5,
        -6_215,
        Way::Debit,
        "MUTUELLE TILLEUL",
        "COTISATION FAMILLE",
    ),
    (
        8,
        -1_999,
        Way::Debit,
        "ONDE MOBILE",
        "FORFAIT 06 XX XX 41 08",
    ),
    (10, -3_499, Way::Debit, "FILAO INTERNET", "FACTURE FIBRE"),
    (
        15,
        -21_460,
        Way::Debit,
        "CRÉDIT DES MONTS",
        "ECHEANCE PRET AUTO",
    ),
    (
        16,
        -11_200,
        Way::Debit,
        "IMPÔTS SAINT-AUBRY",
        "PRELEVEMENT MENSUEL",
    ),
    (18, -18_600, Way::Debit, "CRÈCHE LES PETITS SABOTS", "GARDE"),
    (5, 101_240, Way::TransferIn, "VILLE DE SAINT-AUBRY", "PAIE"),
    (
        28,
        130_080,
        Way::TransferIn,
        "ATELIER BRUNEHAUT SARL",
        "SALAIRE",
    ),
];

impl Household {
    pub(crate) fn live() -> Self {
        let mut home = Household {
            current: Vec::new(),
            card: Vec::new(),
            savings: Vec::new(),
            current_opening: 0,
            card_opening: 0,
            savings_opening: 412_000,
        };
        let mut chance = Chance(2_026);
        let mut today = day(FIRST);
        while today <= day(LAST) {
            home.every_month(today);
            home.every_day(today, &mut chance);
            home.now_and_then(today);
            home.month_end(today);
            today = today.succ_opt().unwrap();
        }
        let moved: i64 = home.current.iter().map(|row| row.cents).sum();
        home.current_opening = IN_THE_END - moved;
        home
    }

    fn pay(&mut self, day: NaiveDate, cents: i64, way: Way, name: &'static str, note: &str) {
        let note = note.to_owned();
        self.current.push(Row {
            day,
            cents,
            way,
            name,
            note,
        });
    }

    fn charge(&mut self, day: NaiveDate, cents: i64, name: &'static str, note: &str) {
        let (way, note) = (Way::Card, note.to_owned());
        self.card.push(Row {
            day,
            cents,
            way,
            name,
            note,
        });
    }

    fn every_month(&mut self, today: NaiveDate) {
        for (number, cents, way, name, note) in MONTHLY {
            if today.day() == *number {
                self.pay(today, *cents, *way, name, note);
            }
        }
        match today.day() {
            2 => {
                let fee = if today < day("2026-01-01") {
                    -250
                } else {
                    -290
                };
                self.pay(today, fee, Way::Fee, "FRAIS TENUE DE COMPTE", "");
            }
            6 => {
                self.pay(
                    today,
                    -20_000,
                    Way::TransferOut,
                    "LIVRET C VASSEUR",
                    "EPARGNE",
                );
                self.save(
                    today,
                    20_000,
                    Way::TransferIn,
                    "VIREMENT DE MME CAMILLE VASSEUR",
                );
            }
            12 => {
                let price = if today < day("2026-09-01") {
                    -1_299
                } else {
                    -1_499
                };
                self.pay(today, price, Way::Debit, "VIDÉOCLÉ", "ABONNEMENT");
            }
            _ => {}
        }
    }

    fn save(&mut self, day: NaiveDate, cents: i64, way: Way, name: &'static str) {
        let note = String::new();
        self.savings.push(Row {
            day,
            cents,
            way,
            name,
            note,
        });
    }

    fn every_day(&mut self, today: NaiveDate, chance: &mut Chance) {
        let town = "SAINT-AUBRY";
        if today.weekday() == Weekday::Sat {
            let cents = -chance.between(4_180, 9_870);
            self.pay(today, cents, Way::Card, "GRAND MARCHÉ", town);
        }
        if today.weekday() == Weekday::Sun && chance.between(1, 10) <= 8 {
            let cents = -chance.one_of(&[230, 345, 420, 690, 1_150]);
            self.pay(today, cents, Way::Card, "BOULANGERIE MOREL", town);
        }
        if today.weekday() == Weekday::Wed && chance.between(1, 10) <= 4 {
            let cents = -chance.between(4_800, 6_650);
            self.pay(today, cents, Way::Card, "KÉROLINE STATION", "N7");
        }
        match chance.between(1, 60) {
            1 | 2 => self.pay(
                today,
                -chance.one_of(&[4_000, 6_000]),
                Way::Cash,
                "RETRAIT DAB",
                town,
            ),
            3 => {
                let cents = -chance.between(640, 3_200);
                self.pay(today, cents, Way::Card, "PHARMACIE DU CANAL", town);
            }
            4..=7 => {
                let cents = -chance.between(1_450, 4_900);
                self.charge(today, cents, "CHEZ NINON", town);
            }
            8 | 9 => {
                let cents = -chance.between(690, 3_150);
                self.charge(today, cents, "LIBRAIRIE DES QUAIS", town);
            }
            10 | 11 => {
                let cents = -chance.between(900, 5_200);
                self.charge(today, cents, "MERCERIE PIVOINE", town);
            }
            12 | 13 => {
                let cents = -chance.between(1_090, 2_480);
                self.charge(today, cents, "CINÉMA LUMEN", town);
            }
            14..=16 => self.charge(
                today,
                -chance.between(1_200, 6_400),
                "JARDINERIE ORTIE",
                town,
            ),
            _ => {}
        }
    }

    fn now_and_then(&mut self, today: NaiveDate) {
        match today.to_string().as_str() {
            "2025-07-11" => self.charge(today, -38_600, "VOYAGES SILLAGE", "GITE 02/08 AU 09/08"),
            "2025-09-02" => self.pay(
                today,
                -11_850,
                Way::Card,
                "PAPETERIE DU BEFFROI",
                "SAINT-AUBRY",
            ),
            "2025-12-13" => self.charge(today, -12_990, "VOLT ET CIE", "SAINT-AUBRY"),
            "2025-12-31" => self.save(today, 6_842, Way::Interest, "INTERETS 2025"),
            "2026-02-20" => self.charge(today, -2_164, "HARBOUR BOOKS LONDON", "18,50 GBP"),
            // Two coffees of the same price on one day are two.
            "2026-03-14" => {
                self.pay(today, -180, Way::Card, "CAFÉ DU PONT", "SAINT-AUBRY");
                self.pay(today, -180, Way::Card, "CAFÉ DU PONT", "SAINT-AUBRY");
            }
            "2026-06-19" => {
                self.pay(
                    today,
                    30_000,
                    Way::TransferIn,
                    "LIVRET C VASSEUR",
                    "VACANCES",
                );
                self.save(
                    today,
                    -30_000,
                    Way::TransferOut,
                    "VIREMENT A MME CAMILLE VASSEUR",
                );
            }
            "2026-07-03" => self.charge(today, -42_400, "VOYAGES SILLAGE", "GITE 01/08 AU 15/08"),
            "2026-09-08" => self.charge(today, -3_990, "VOLT ET CIE", "BOUILLOIRE"),
            "2026-10-16" => self.charge(today, 3_990, "VOLT ET CIE", "REMBOURSEMENT"),
            "2026-10-28" => self.charge(today, -2_499, "VOLT ET CIE", "SAINT-AUBRY"),
            _ => {}
        }
    }

    /// The deferred card is settled from the current account on the last day of the month.
    fn month_end(&mut self, today: NaiveDate) {
        if today != last_of_month(today) {
            return;
        }
        let spent: i64 = self.card.iter().map(|row| row.cents).sum();
        if spent == 0 {
            return;
        }
        let note = format!("CARTE 4417 {}", today.format("%m/%Y"));
        self.pay(today, spent, Way::Settlement, "DEBIT DIFFERE", &note);
        self.card.push(Row {
            day: today,
            cents: -spent,
            way: Way::Settlement,
            name: "REGLEMENT CARTE",
            note,
        });
    }
}

pub(crate) fn last_of_month(of: NaiveDate) -> NaiveDate {
    let next = if of.month() == 12 {
        NaiveDate::from_ymd_opt(of.year() + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(of.year(), of.month() + 1, 1)
    };
    next.unwrap().pred_opt().unwrap()
}
