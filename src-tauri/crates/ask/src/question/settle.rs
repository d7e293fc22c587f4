//! What a question asks once all of its words are heard.

use chrono::NaiveDate;

use super::read::Heeded;
use super::{Asked, Flow, Noun, Per, Sort, What, when};
use crate::query::Span;

impl Heeded<'_> {
    /// Of several things that are asked the narrowest is meant: « combien en moyenne », "when did I last".
    pub(super) fn settle(&mut self, today: NaiveDate) {
        const NARROW: [What; 11] = [
            What::Arrival,
            What::Refund,
            What::Balance,
            What::Average,
            What::Largest,
            What::Smallest,
            What::First,
            What::Count,
            What::Last,
            What::List,
            What::Sum,
        ];
        let said = |what: &What| self.whats.contains(what);
        let mut what = NARROW.into_iter().find(said);
        let has_flow = !self.flows.is_empty();
        // « combien j’ai » is of a balance unless something was done with it: « combien j’ai dépensé ».
        if what == Some(What::Balance) && has_flow {
            what = Some(What::Sum);
        }
        // « combien j’ai retiré » is of what was done, though no word says which way.
        let is_payment = |noun: &Noun| matches!(noun, Noun::Payment(_));
        if what == Some(What::Balance) && self.question.asked.about.iter().any(is_payment) {
            what = Some(What::Sum);
        }
        // « combien sur le compte courant » is what it holds.
        let asked: &mut Asked = &mut self.question.asked;
        let is_held = what == Some(What::Sum)
            && !has_flow
            && asked.per.is_none()
            && asked.amounts.is_none()
            && asked.words.is_empty()
            && !asked.about.is_empty()
            && asked
                .about
                .iter()
                .all(|noun| matches!(noun, Noun::Account(_)));
        if is_held {
            what = Some(What::Balance);
        }
        // Parcels of nobody are not bought: « quand ai-je payé ma livraison » is of a payment.
        if what == Some(What::Arrival) && has_flow {
            let other = NARROW.into_iter().skip(1).find(said);
            what = other.or(what);
        }
        if what.is_none() && has_flow {
            what = Some(What::Sum);
        }
        asked.what = what;
        asked.flow = match self.flows.as_slice() {
            flows if flows.contains(&Flow::Net) => Some(Flow::Net),
            [first, rest @ ..] if rest.iter().all(|flow| flow == first) => Some(*first),
            [] => None,
            _ => Some(Flow::Net),
        };
        if matches!(what, Some(What::Refund | What::Arrival | What::Balance)) {
            asked.flow = None;
        }
        // Of whom most is asked is by whom: « chez quel marchand ai-je dépensé le plus ».
        let asked = &mut self.question.asked;
        if asked.what == Some(What::Largest) && asked.per == Some(Per::Counterparty) {
            asked.what = Some(What::Sum);
        }
        self.parts();
        self.limits();
        self.edges(today);
    }

    /// Only sums are parted by weeks, months and years: « combien de fois par semaine » is not understood.
    fn parts(&mut self) {
        let asked = &self.question.asked;
        let is_summed = matches!(asked.what, None | Some(What::Sum | What::Average));
        if is_summed || matches!(asked.per, None | Some(Per::Counterparty)) {
            return;
        }
        self.question.asked.per = None;
        let heard = self.question.heard.iter();
        let parts: Vec<Span> = heard
            .filter(|heard| heard.sort == Sort::Per)
            .map(|heard| heard.span)
            .collect();
        for part in parts {
            self.lost_late(part);
        }
    }

    /// Only what is listed is so many: « combien en 24 » is not understood.
    fn limits(&mut self) {
        use What::{First, Largest, Last, List, Smallest};
        let is_listed = matches!(
            self.question.asked.what,
            Some(First | Largest | Last | List | Smallest)
        );
        if let (false, Some(span)) = (is_listed, self.limit) {
            self.question.asked.limit = None;
            self.lost_late(span);
        }
    }

    /// « fin mars » is a day for what is held, and several for what moved.
    fn edges(&mut self, today: NaiveDate) {
        if matches!(self.question.asked.what, None | Some(What::Balance)) {
            return;
        }
        let Some((words, span)) = self.when.take() else {
            return;
        };
        match when::around(&words, today) {
            None => {}
            Some(Some(days)) => self.question.asked.period = Some(days),
            Some(None) => {
                self.question.asked.period = None;
                self.lost_late(span);
            }
        }
    }
}
