//! Spain, and Portugal's words that differ.

use super::Meaning::{Is, Maybe, Neutral, Settlement};
use super::Phrases;
use crate::descriptor::PaymentType::{
    Card, Cash, Cheque, DirectDebit, Fee, Interest, Refund, Salary, Transfer,
};

pub(super) const PHRASES: Phrases = &[
    (
        Settlement,
        &[
            "liquidacion de tarjeta",
            "liquidacion tarjeta",
            "liquidacion tarjetas",
            "liquidacion de tarjetas",
            "recibo tarjeta",
            "recibo tarjeta credito",
        ],
    ),
    (
        Is(Card),
        &[
            "compra com cartao",
            "compra no cartao",
            "compra",
            "compra con tarjeta",
            "compra en",
            "compra internet",
            "compra tarjeta",
            "compra tarj",
            "compras",
            "pago con tarjeta",
            "pago con tarjeta en",
            "pago movil en",
            "pago tarjeta",
            "tarjeta",
        ],
    ),
    (
        Is(DirectDebit),
        &[
            "adeudo",
            "adeudo directo",
            "adeudo recibo",
            "cargo por domiciliacion",
            "debito direto",
            "domiciliacion",
            "pago recibo",
            "pago recibo de",
            "recibo",
            "recibo sepa",
        ],
    ),
    (
        Is(Transfer),
        &[
            "bizum",
            "bizum a",
            "bizum a favor de",
            "bizum de",
            "transf",
            "transferencia",
            "transferencia a favor de",
            "transferencia de",
            "transferencia emitida",
            "transferencia inmediata",
            "transferencia inmediata a favor de",
            "transferencia recibida",
            "traspaso",
            "trf",
            "mb way",
        ],
    ),
    (
        Is(Salary),
        &["abono nomina", "haberes", "nomina", "vencimento"],
    ),
    (
        Is(Cash),
        &[
            "saque",
            "saque com cartao",
            "cajero",
            "disposicion de efectivo",
            "ingreso efectivo",
            "ingreso en efectivo",
            "levantamento",
            "reintegro",
            "reintegro cajero",
            "retirada de efectivo",
            "retirada efectivo",
        ],
    ),
    (Is(Cheque), &["cheque", "ingreso cheque", "talon"]),
    (
        Is(Fee),
        &[
            "comision",
            "comision de mantenimiento",
            "comision mantenimiento",
            "comisiones",
            "cuota tarjeta",
            "imposto do selo",
        ],
    ),
    (Maybe(Fee), &["comissao", "gastos"]),
    (
        Is(Interest),
        &[
            "intereses",
            "juros",
            "liquidacion de intereses",
            "liquidacion intereses",
        ],
    ),
    (
        Is(Refund),
        &["abono", "devolucion", "devolucion compra", "devolucao"],
    ),
    (Neutral, &["pago"]),
];
