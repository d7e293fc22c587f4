//! Italy, Ticino.

use super::Meaning::{Is, Maybe, Neutral, Settlement};
use super::Phrases;
use crate::descriptor::PaymentType::{
    Card, Cash, Cheque, DirectDebit, Fee, Interest, Refund, Salary, Transfer,
};

pub(super) const PHRASES: Phrases = &[
    (
        Settlement,
        &[
            "addebito carta di credito",
            "addebito saldo carta",
            "saldo carta di credito",
            "utilizzo carta di credito",
        ],
    ),
    (
        Is(Card),
        &[
            "acquisto",
            "acquisto carta",
            "acquisto pos",
            "operazione pos",
            "pagamento carta",
            "pagamento con carta",
            "pagamento pos",
            "pagamento tramite pos",
            "pagobancomat",
            "utilizzo carta",
        ],
    ),
    (
        Is(DirectDebit),
        &[
            "addebito",
            "addebito diretto",
            "addebito diretto sepa",
            "addebito sdd",
            "rid",
            "sdd",
        ],
    ),
    (
        Is(Transfer),
        &[
            "accredito",
            "bonifico",
            "bonifico a favore di",
            "bonifico a vostro favore",
            "bonifico da",
            "bonifico istantaneo",
            "bonifico sepa",
            "disposizione di bonifico",
            "giroconto",
        ],
    ),
    (
        Is(Salary),
        &["accredito stipendio", "emolumenti", "stipendio"],
    ),
    (
        Is(Cash),
        &[
            "prelevamento",
            "prelievo",
            "prelievo atm",
            "prelievo bancomat",
            "prelievo contante",
            "versamento contanti",
        ],
    ),
    (
        Is(Cheque),
        &["assegno", "versamento assegni", "versamento assegno"],
    ),
    (
        Is(Fee),
        &[
            "canone conto",
            "commissioni",
            "imposta di bollo",
            "spese tenuta conto",
        ],
    ),
    (
        Maybe(Fee),
        &["canone", "commissione", "competenze", "spese"],
    ),
    (
        Is(Interest),
        &["interessi", "interessi creditori", "interessi debitori"],
    ),
    (Is(Refund), &["riaccredito", "rimborso"]),
    (Neutral, &["pagamento"]),
];
