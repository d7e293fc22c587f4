//! Which rows are booked: by a status of their own, a word in place of their day, or the title that they stand under.

use domain::Status;

use super::date::date_cell;
use super::heading::naming;
use super::rows::{Days, Reader};
use super::split::Field;
use super::status::{status_word, title_status};

impl<'a> Reader<'_, 'a> {
    /// Whether a row is booked.
    pub(super) fn status(&self, fields: &[Field], days: &Days) -> Status {
        let stated = self.stated_status(fields, days);
        if stated == Status::Booked && self.announced {
            Status::Pending
        } else {
            stated
        }
    }

    fn stated_status(&self, fields: &[Field], days: &Days) -> Status {
        let told = self.cell(fields, self.places.status);
        let word = match days {
            Days::Words(at) => self.cell(fields, Some(*at)),
            Days::Read(..) => self.word_for_booking(fields),
            _ => "",
        };
        if told.is_empty() && word.is_empty() {
            return match (self.places.booking, self.places.status) {
                (Some(at), Some(_)) if self.cell(fields, Some(at)).is_empty() => Status::Pending,
                _ => Status::Booked,
            };
        }
        // A row that has another day and a word where all others have that of booking is not booked, whatever the word is.
        let by_default = if told.is_empty() && matches!(days, Days::Read(..)) {
            Status::Pending
        } else {
            Status::Booked
        };
        status_word(told)
            .or_else(|| status_word(word))
            .unwrap_or(by_default)
    }

    /// The word that stands where the day of booking would.
    fn word_for_booking(&self, fields: &[Field]) -> &'a str {
        let cell = self.cell(fields, self.places.booking);
        let is_word = cell.chars().any(char::is_alphabetic) && date_cell(cell).is_none();
        if is_word { cell } else { "" }
    }

    /// The one cell of a line that holds nothing else, where it is words.
    pub(super) fn only_words(&self, fields: &[Field]) -> Option<&'a str> {
        let mut filled = fields
            .iter()
            .map(|field| field.raw(self.records.text))
            .filter(|cell| !cell.is_empty());
        let only = filled.next()?;
        let is_words =
            only.chars().any(char::is_alphabetic) && !only.bytes().any(|b| b.is_ascii_digit());
        (is_words && filled.next().is_none()).then_some(only)
    }

    /// Takes what a title says of the rows under it.
    pub(super) fn hear_title(&mut self, fields: &[Field]) {
        if let Some(status) = self.only_words(fields).and_then(title_status) {
            self.announced = status == Status::Pending;
        }
    }

    /// Whether a line names columns: the header of a table that has no rows.
    pub(super) fn is_header(&self, fields: &[Field]) -> bool {
        let cells = || fields.iter().map(|field| field.raw(self.records.text));
        let filled = cells().filter(|cell| !cell.is_empty()).count();
        let is_words = cells().all(|cell| !cell.bytes().any(|b| b.is_ascii_digit()));
        is_words && naming(cells()).is_header(filled)
    }
}
