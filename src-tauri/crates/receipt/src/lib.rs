//! Bytes to receipts and deliveries: what a merchant's mail, invoice, ticket or calendar says was bought and shipped.
//!
//! Nothing here touches the disk, the clock or the network, and nothing that a document names is fetched. A reading returns
//! what was understood plus what was not; what a document does not state is `None`, never guessed.
#![deny(missing_docs)]

mod after;
pub mod carrier;
pub mod format;
pub mod label;
mod markup;
mod model;
mod printed;
mod purchase;
mod shown;
mod sniff;
mod xml;

pub use after::{Deadline, Deadlines, deadlines};
pub use format::{FORMATS, Format, attached_pictures, format_named, picture, read_mail_alone};
pub use model::{
    Delivery, DeliveryEvent, Found, Instalment, Origin, Payment, Reading, Receipt, ReceiptKind,
    ReceiptLine, ReturnBy, Tax, Warranty,
};
pub use printed::{PrintedMail, printed_mails, printed_page};
pub use purchase::{day_of, merge, purchase_keys};
pub use shown::{ShownMail, shown_mail, shown_page};
pub use sniff::{Recognised, read_in, recognise};
