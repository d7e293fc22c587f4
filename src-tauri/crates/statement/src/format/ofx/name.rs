//! The tags that are understood (OFX 2.2 chapters 3, 11 and 13), and which of them hold others.

use super::token::Name;

macro_rules! names {
    ($($name:ident)*) => {$(
        pub(super) const $name: Name = Name::of(stringify!($name).as_bytes());
    )*};
}

names! {
    ACCTID ACCTTYPE BALAMT BANKID BRANCHID BROKERID CHECKNUM CODE CORRECTACTION CORRECTFITID CURDEF CURRATE
    CURSYM DTASOF DTAVAIL DTEND DTPOSTED DTSERVER DTSTART DTTRAN DTUSER FITID MESSAGE MESSAGE2 NAME PAYEEID REFNUM
    SEVERITY SRVRTID TRNAMT TRNTYPE TRNUID VALUEDATE SUBACCTFUND INV401KSOURCE DTEXPIRE
    STMTTRN STMTTRNP CCSTMTTRNP CURRENCY ORIGCURRENCY PAYEE EXTDPAYEE BANKACCTTO CCACCTTO INVTRAN OFX SONRS STATUS
    ACCTINFO STMTTRNRS CCSTMTTRNRS INVSTMTTRNRS STMTRS CCSTMTRS INVSTMTRS BANKACCTFROM CCACCTFROM INVACCTFROM
    BANKTRANLIST INVTRANLIST BANKTRANLISTP CCBANKTRANLISTP LEDGERBAL AVAILBAL IMAGEDATA BALLIST INVPOSLIST INVOOLIST
    INVBAL INV401K SECLIST
}

/// An aggregate whose contents mean something here. None of them stands inside another of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aggregate {
    /// The whole document.
    Ofx,
    /// `SONRS`: who answers, and when.
    SignOn,
    /// `STATUS`: how a request went.
    Status,
    /// An account of an account list.
    AccountListed,
    /// `STMTTRNRS` and its like: the answer to one request.
    Response,
    /// `STMTRS`: a bank account's statement.
    BankStatement,
    /// `CCSTMTRS`: a card's.
    CardStatement,
    /// `INVSTMTRS`: an investment account's.
    InvestmentStatement,
    /// `BANKACCTFROM` and its like: whose statement it is.
    Account,
    /// `BANKTRANLIST`: the lines.
    List,
    /// `BANKTRANLISTP`, `CCSTMTTRNP` lists: lines that are announced only.
    PendingList,
    /// `INVTRAN`: a movement of securities.
    SecurityMovement,
    /// `STMTTRN`.
    Line,
    /// `STMTTRNP`.
    PendingLine,
    /// `PAYEE`, `EXTDPAYEE`.
    Payee,
    /// `BANKACCTTO`, `CCACCTTO`: the other side's account.
    OtherAccount,
    /// `CURRENCY`: the line is in this currency.
    Currency,
    /// `ORIGCURRENCY`: the line was converted from this currency.
    OriginalCurrency,
    /// `LEDGERBAL`.
    LedgerBalance,
    /// `AVAILBAL`.
    AvailableBalance,
    /// Anything whose contents are not the line's own.
    Opaque,
}

impl Aggregate {
    /// The aggregate of this name, when it is one that means something.
    pub(super) fn named(name: Name) -> Option<Self> {
        Some(match name {
            STMTTRN => Aggregate::Line,
            STMTTRNP | CCSTMTTRNP => Aggregate::PendingLine,
            CURRENCY => Aggregate::Currency,
            ORIGCURRENCY => Aggregate::OriginalCurrency,
            PAYEE | EXTDPAYEE => Aggregate::Payee,
            BANKACCTTO | CCACCTTO => Aggregate::OtherAccount,
            INVTRAN => Aggregate::SecurityMovement,
            OFX => Aggregate::Ofx,
            SONRS => Aggregate::SignOn,
            STATUS => Aggregate::Status,
            ACCTINFO => Aggregate::AccountListed,
            STMTTRNRS | CCSTMTTRNRS | INVSTMTTRNRS => Aggregate::Response,
            STMTRS => Aggregate::BankStatement,
            CCSTMTRS => Aggregate::CardStatement,
            INVSTMTRS => Aggregate::InvestmentStatement,
            BANKACCTFROM | CCACCTFROM | INVACCTFROM => Aggregate::Account,
            BANKTRANLIST | INVTRANLIST => Aggregate::List,
            BANKTRANLISTP | CCBANKTRANLISTP => Aggregate::PendingList,
            LEDGERBAL => Aggregate::LedgerBalance,
            AVAILBAL => Aggregate::AvailableBalance,
            IMAGEDATA | BALLIST | INVPOSLIST | INVOOLIST | INVBAL | INV401K | SECLIST => {
                Aggregate::Opaque
            }
            _ => return None,
        })
    }

    /// Whether it may stand inside a line: any other ends a line that was left open.
    pub(super) fn is_part_of_line(self) -> bool {
        matches!(
            self,
            Aggregate::Payee
                | Aggregate::OtherAccount
                | Aggregate::Currency
                | Aggregate::OriginalCurrency
                | Aggregate::Opaque
        )
    }

    /// Whether it is a statement.
    pub(super) fn is_statement(self) -> bool {
        matches!(
            self,
            Aggregate::BankStatement | Aggregate::CardStatement | Aggregate::InvestmentStatement
        )
    }
}
