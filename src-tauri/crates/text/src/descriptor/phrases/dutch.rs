//! Netherlands, Flanders.

use super::Meaning::{Is, Maybe, Neutral, Settlement};
use super::Phrases;
use crate::descriptor::PaymentType::{
    Card, Cash, DirectDebit, Fee, Interest, Refund, Salary, Transfer,
};

pub(super) const PHRASES: Phrases = &[
    (
        Settlement,
        &[
            "afrekening creditcard",
            "creditcard afrekening",
            "incasso creditcard",
        ],
    ),
    (
        Is(Card),
        &[
            "bancontact",
            "bea",
            "bea apple pay",
            "bea betaalpas",
            "bea google pay",
            "betaalautomaat",
            "betaalpas",
            "betaling met kaart",
            "betalen contactloos",
            "kaartbetaling",
            "pinbetaling",
            "ecom betaalpas",
            "ecom apple pay",
        ],
    ),
    (
        Is(DirectDebit),
        &[
            "automatische incasso",
            "domiciliering",
            "euro-incasso",
            "europese domiciliering",
            "incasso",
            "sepa incasso",
            "sepa incasso algemeen",
            "sepa incasso algemeen doorlopend",
            "sepa incasso algemeen eenmalig",
        ],
    ),
    (
        Is(Transfer),
        &[
            "bijschrijving",
            "ideal",
            "instantoverschrijving",
            "online bankieren",
            "overboeking",
            "overschrijving",
            "periodieke overboeking",
            "sepa ideal",
            "sepa overboeking",
            "sepa periodieke overb",
            "spoedbetaling",
            "tikkie",
        ],
    ),
    (Is(Salary), &["loon", "salaris", "salarisbetaling"]),
    (
        Is(Cash),
        &[
            "gea",
            "gea betaalpas",
            "geldautomaat",
            "geldopname",
            "opname",
            "opname geldautomaat",
            "storting",
        ],
    ),
    (
        Is(Fee),
        &[
            "bankkosten",
            "basispakket",
            "kosten betaalpakket",
            "kosten betaalrekening",
            "pakketkosten",
        ],
    ),
    (Maybe(Fee), &["kosten"]),
    (Is(Interest), &["creditrente", "debetrente", "rente"]),
    (
        Is(Refund),
        &["retour", "retourboeking", "storno", "terugbetaling"],
    ),
    (Neutral, &["betaling"]),
];
