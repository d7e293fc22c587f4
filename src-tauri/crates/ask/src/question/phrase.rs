//! What questions are made of, in both languages, folded and cut at every sign: the longest that fits is meant.

use super::{Flow, Per, What};

/// What some words say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sense {
    What(What),
    Flow(Flow),
    Both(What, Flow),
    Per(Per),
    /// A kind of payment.
    Payment(&'static str),
    /// What is asked of the last of these words, which says by itself of what: « combien de | retraits ».
    Before(What),
    /// All time.
    Ever,
    /// Somebody's name has to follow: « chez ».
    Whom,
    /// A thing may follow: « pour », « de ».
    Of,
    /// Says nothing by itself.
    Filler,
    /// The question goes on from the one before it, where it begins so.
    And,
    /// Changes what is asked in a way that is not answered: « sauf », "why".
    Refused,
}

use Sense::{And, Before, Both, Ever, Filler, Of, Payment, Refused, Whom};

const fn what(what: What) -> Sense {
    Sense::What(what)
}

const fn flow(flow: Flow) -> Sense {
    Sense::Flow(flow)
}

const fn per(per: Per) -> Sense {
    Sense::Per(per)
}

/// Phrases by what they say, each parted from the next by `|`.
const PHRASES: &[(Sense, &str)] = &[
    (
        what(What::Sum),
        "combien|combien est ce que|combien ca fait|c est combien|ca fait combien|quelle somme|quel montant|\
         quel est le montant|quel est le total|le total|a combien|combien d argent|combien au total|combien en tout|\
         cb|cbien|combi1|how much|how much money|how much in total|what total|what is the total|what s the total|\
         total|what amount|le montant|montant|somme|how many euros|how many dollars|how many pounds",
    ),
    (
        Both(What::Sum, Flow::Out),
        "qu ai je depense|qu est ce que j ai depense|que j ai depense|mes depenses|les depenses|depenses|\
         total des depenses|what did i spend|what have i spent|what do i spend|my spending|spending|expenses|\
         my expenses|what did i pay|qu ai je paye|combien coute|combien m a coute|combien me coute|how much does|\
         what does it cost|quel est le prix|outgoings|sorties",
    ),
    (
        Both(What::Sum, Flow::In),
        "mes revenus|revenus|recettes|mes recettes|my income|mes rentrees|rentrees d argent|mes entrees|entrees|what did i earn|\
         what did i receive|qu ai je recu|qu ai je gagne|takings",
    ),
    (
        Both(What::Sum, Flow::Net),
        "bilan|le bilan|net|en net|au net|combien j ai epargne|combien ai je epargne|how much did i save|\
         difference|cash flow|combien j ai economise|combien ai je economise|economise|mes economies|combien j ai mis de cote|combien ai je mis de cote|mis de cote",
    ),
    (
        flow(Flow::Out),
        "depense|depenser|depensees|depensee|depensais|claque|paye|payer|payee|payes|payais|regle|debourse|coute|couter|\
         coutent|cout|preleve|debite|debits|debit|verse a|vire a|envoye|donne|sorti|partent|\
         part|parti|spent|spend|spending on|pay|paid|payed|cost|costs|charged|sent|gave|gone out|went out|go out|\
         goes out|cela m a coute|ca m a coute|ca coute|m a coute|ca me coute|depenses en|depense en|depenses pour",
    ),
    (
        flow(Flow::In),
        "recu|recus|recois|recevoir|touche|gagne|gagner|encaisse|rentre|rentrees|credite|credits|m a verse|m ont verse|\
         m a paye|m a vire|m a envoye|m a donne|me verse|verse par|received|receive|earned|earn|got|get|got from|\
         est entre|est entree|sont entres|sont entrees|m a rapporte|rapporte|paid me|pay me|pays me|sent me|gave me|came in|come in|comes in|made|make|incoming",
    ),
    (
        what(What::Count),
        "combien de fois|combien de paiements|\
         how many|how many times|how many payments|how often|nombre de fois|le nombre de|nombre de|le nombre d|nombre d|\
         number of|a quelle frequence",
    ),
    (
        Both(What::Count, Flow::Net),
        "combien d operations|combien de transactions|combien de mouvements|how many transactions|how many entries",
    ),
    (
        Both(What::Count, Flow::Out),
        "combien d achats|combien de depenses|combien de debits|combien de commandes|\
         how many purchases|how many charges|how many debits|how many orders",
    ),
    (
        Before(What::Count),
        "combien de retraits|combien de prelevements|combien de virements|combien de cheques|combien de salaires|\
         combien de courses",
    ),
    (
        Before(What::List),
        "derniers retraits|derniers prelevements|derniers virements|derniers cheques|last withdrawals|last transfers|\
         last cheques|last checks|latest withdrawals|latest transfers|recent withdrawals|recent transfers",
    ),
    (
        what(What::Last),
        "dernier|derniere|la derniere fois|derniere fois|c etait quand|c est quand|quand|quand est ce que|\
         quand ai je|depuis quand pas|quel jour|a quelle date|quelle date|date de|last|latest|most recent|\
         last time|the last time|when|when did|when did i last|when was the last time|when was|what day|\
         what date|quand pour la derniere fois|dernier mouvement|derniere operation|\
         derniere transaction|last transaction|le plus recent|la plus recente|when did i",
    ),
    (
        Both(What::Last, Flow::Out),
        "dernier achat|dernier paiement|derniere depense|dernier debit|derniere commande|\
         derniere facture|last purchase|last payment|last expense|last charge|last order|last bill|\
         latest purchase|latest payment|most recent purchase|most recent payment|mon dernier achat",
    ),
    (
        Both(What::Last, Flow::In),
        "derniere rentree|dernier versement|last deposit|last income|dernier credit",
    ),
    (
        what(What::First),
        "premier|premiere|la premiere fois|premiere fois|first|first time|the first time|when did i first|\
         earliest|depuis quand|since when|premiere operation|first transaction",
    ),
    (
        Both(What::First, Flow::Out),
        "premier achat|premier paiement|premiere depense|premiere commande|first purchase|first payment|first order",
    ),
    (
        what(What::Largest),
        "plus gros|plus grosse|plus grand|plus grande|plus eleve|plus elevee|plus gros montant|le plus|le maximum|\
         maximum|max|record|largest|biggest|highest|greatest|most|the most",
    ),
    (
        Both(What::Largest, Flow::Out),
        "plus gros achat|plus gros achats|plus grosse depense|plus grosses depenses|plus grande depense|\
         plus gros paiement|plus cher|plus chere|achat le plus cher|depense la plus elevee|\
         largest purchase|biggest purchase|biggest purchases|largest purchases|largest expense|biggest expense|\
         biggest expenses|biggest payment|largest payment|most expensive|most expensive purchase|highest payment|\
         plus gros debit|plus grande sortie",
    ),
    (
        Both(What::Largest, Flow::In),
        "plus grosse rentree|plus gros versement|largest deposit|biggest deposit|largest income|biggest income",
    ),
    (
        what(What::Smallest),
        "plus petit|plus petite|moins eleve|le moins|le minimum|minimum|min|smallest|lowest|least",
    ),
    (
        Both(What::Smallest, Flow::Out),
        "plus petit achat|plus petite depense|moins cher|moins chere|smallest purchase|cheapest|cheapest purchase|\
         smallest payment|smallest expense|plus petit paiement",
    ),
    (
        what(What::Average),
        "en moyenne|moyenne|la moyenne|moyen|moyenne mensuelle|on average|average|average monthly|the average|mean|\
         typically|usually|d habitude|habituellement|generalement",
    ),
    (
        Both(What::Average, Flow::Out),
        "depense moyenne|depenses moyennes|panier moyen|average spend|average spending|average expense",
    ),
    (
        what(What::List),
        "liste|lister|liste moi|montre|montre moi|montrer|affiche|quels|quelles|quels sont|quelles sont|\
         quelles operations|quels mouvements|derniers|dernieres|dernieres operations|derniers mouvements|dernieres transactions|\
         last transactions|latest transactions|recent transactions|operations|mouvements|transactions|list|list all|show me|show|\
         which|what are|detail|details|le detail",
    ),
    (
        Both(What::List, Flow::Out),
        "quels achats|quelles depenses|mes achats|les achats|achats|paiements|mes paiements|les paiements|\
         derniers achats|dernieres depenses|derniers paiements|\
         what purchases|which purchases|my purchases|purchases|payments|my payments|last purchases|last payments|\
         latest purchases|latest payments|recent purchases|recent payments|my last purchases|what did i buy|\
         qu ai je achete|qu est ce que j ai achete|ce que j ai achete",
    ),
    (
        what(What::Balance),
        "solde|le solde|mon solde|soldes|mes soldes|mon compte est a combien|combien j ai sur|combien ai je sur|\
         combien j avais sur|combien j ai|combien ai je|combien j avais|combien avais je|combien il y a sur|\
         combien y a t il sur|combien il reste sur|combien reste t il sur|combien il me reste sur|combien me reste t il sur|j ai combien sur|je suis a combien|\
         combien sur mon compte|balance|my balance|balances|how much do i have|how much did i have|\
         how much money do i have|how much is on|how much is in|how much was in|what do i have in",
    ),
    (
        what(What::Refund),
        "rembourse|remboursee|rembourses|m a rembourse|m a t il rembourse|m a t on rembourse|m ont rembourse|\
         ete rembourse|ete remboursee|remboursement|remboursements|a rembourse|refund|refunds|refunded|refund me|\
         give me back|get back|got back|given back|money back|pay me back|paid me back|gave back|reimbursed|reimburse|reimbursement|\
         avoir de|combien rembourse|combien m a rembourse|how much was refunded|combien de remboursements",
    ),
    (
        what(What::Arrival),
        "colis|mon colis|mes colis|paquet|mon paquet|livraison|ma livraison|mes livraisons|livraisons|\
         quand arrive|quand arrivera|quand arrivent|arrive quand|ou est mon colis|ou en est mon colis|\
         ou est ma commande|ou en est ma commande|quand est arrive|quand est livre|quand sera livre|a ete livre|\
         est ce que mon colis est arrive|parcel|my parcel|parcels|my parcels|package|my package|packages|delivery|\
         deliveries|my delivery|delivered|when does my order arrive|when will my order arrive|where is my order|\
         where is my parcel|where is my package|where s my parcel|where s my package|where s my order|\
         when did my order arrive|arrive ma commande|quand arrive ma commande|commande arrive|shipment|shipped|\
         livre|livree|arrive|arrives|arrivera|arrived|arriver|arriving",
    ),
    (
        per(Per::Week),
        "par semaine|chaque semaine|semaine par semaine|hebdomadaire|a la semaine|toutes les semaines|per week|\
         a week|each week|every week|weekly|by week",
    ),
    (
        per(Per::Month),
        "par mois|chaque mois|mois par mois|mensuel|mensuelle|mensuellement|au mois|tous les mois|per month|\
         a month|each month|every month|monthly|by month",
    ),
    (
        per(Per::Year),
        "par an|par annee|chaque annee|annuel|annuelle|a l annee|tous les ans|per year|a year|each year|every year|\
         yearly|annually|by year",
    ),
    (
        per(Per::Counterparty),
        "par marchand|par magasin|par commercant|par enseigne|par beneficiaire|chez qui|dans quels magasins|\
         quels marchands|quel marchand|ou est ce que je depense|ou part mon argent|ou passe mon argent|a qui|\
         per merchant|by merchant|by shop|per shop|per store|by store|by payee|which merchants|which merchant|\
         which shops|which shop|where do i spend|where did i spend|where does my money go|to whom|who did i pay",
    ),
    (
        Payment("fee"),
        "frais|frais bancaires|frais de banque|frais de carte|commissions|agios|bank fees|bank charges|fees|fee|bank fee",
    ),
    (Payment("interest"), "interets|interet|interest"),
    (
        Payment("cash"),
        "retraits|retrait|retire|retraits d especes|retrait d especes|distributeur|withdrawals|withdrawal|withdrawn|\
         withdraw|withdrew|cash withdrawals|atm",
    ),
    (
        Payment("salary"),
        "salaire|salaires|mon salaire|paie|ma paie|ma paye|salary|wages|wage|paycheck|payslip",
    ),
    (
        Payment("card"),
        "par carte|par carte bancaire|par cb|carte bancaire|cartes bancaires|by card|with my card|by credit card|\
         by debit card|card payment|card payments|card purchases",
    ),
    (Payment("cheque"), "cheque|cheques|check|checks"),
    (
        Payment("directDebit"),
        "prelevement|prelevements|prelevement automatique|prelevements automatiques|direct debit|direct debits",
    ),
    (
        Payment("transfer"),
        "virement|virements|virement bancaire|virements bancaires|transfer|transfers|bank transfer|bank transfers",
    ),
    (
        Ever,
        "depuis toujours|de tout temps|en tout et pour tout|depuis le debut|au total|en tout|ever|in total|overall|\
         all time|of all time|altogether|so far|jusqu ici|jusqu a present|in all",
    ),
    (
        Whom,
        "chez|aupres de|aupres du|from|at|vais chez|va chez|suis alle chez|go to|went to|been to",
    ),
    (
        Of,
        "pour|pour de|pour des|pour du|for|de|du|des|d|en|dans|sur|of|on|in|la|le|les|l|un|une|mon|ma|mes|my|the|our|\
         notre|nos|a|au|aux|to|some|any|contre|avec|with|via|by|\
         achat de|buying|acheter|achete|bought|buy|abonnement|abonnements|subscription|subscriptions|facture|\
         factures|bill|bills|facture de|commande|commandes|order|orders|achat|purchase|depense de|paiement|payment|\
         boutique|magasin|shop|store|category|categorie|rayon|tag|etiquette|compte|comptes|account|accounts",
    ),
    (
        Filler,
        "je|j|tu|il|elle|nous|vous|ils|elles|me|m|te|t|se|s|moi|ai|as|avons|avez|ont|avait|avais|suis|es|est|\
         sommes|sont|ete|etait|etais|fait|faite|faites|faire|y|que|qu|qui|quoi|quel|quelle|ce|c|cet|cette|ca|cela|\
         est ce que|est ce qu|est ce|qu est ce que|il y a|y a t il|svp|stp|s il vous plait|s il te plait|merci|bonjour|\
         salut|hello|hi|hey|please|pls|dis moi|dites moi|dis|peux tu|pouvez vous|savoir|je veux savoir|je voudrais savoir|\
         j aimerais savoir|donc|alors|deja|tout|toute|tous|toutes|bien|i|ive|i ve|we|you|us|it|its|it s|is|was|were|are|\
         am|have|has|had|do|does|did|be|been|being|will|would|could|can|tell me|tell|give|could you|can you|let me know|\
         what|what s|whats|that|this|so|just|all|already|money|argent|euros|euro|eur|sous|thunes|fric|sum|\
         j ai|jai|g|ai je|aije|avions|avez vous|avons nous|c est|cest|c etait|quoi mon|c est quoi|cest quoi|q|\
         une fois|fois|time|times|times did|purchase at|de chez|du cote de|en ce moment|now|maintenant|actuellement|\
         today s|currently|right now|at the moment|vers|environ|about|\
         around|mouvement|operation|transaction|paiement par|depuis|since|during|\
         pendant|durant|au cours de|au cours du|au cours des|ces|over|va|vas|aller|est il|est elle|a t il|a t elle|ont ils|t il|t elle|ma part|really|\
         vraiment|exactement|exactly|actually|encore|again",
    ),
    (And, "et|and|what about|how about|et pour|and for|ou|or"),
    (
        Refused,
        "combien de temps|how long|pourquoi|why|comment|how do|how can|how to|sauf|sans|excepte|hors|hormis|except|without|\
         excluding|but not|combien il me reste|combien me reste t il|il me reste combien|me reste|what is left|what s left|\
         how much is left|how much have i got left|left|pas|jamais|not|never|qui est|who is|meteo|weather|dois|devrais|should|puis je|pourrais|\
         pourrai|vais|combien vais je|will i|gonna|budget|prevision|forecast|prochain|prochaine|next|week end|week ends|weekend|weekends|summer|winter|cet ete|l ete|en ete|cet hiver|l hiver|en hiver|\
         meme epoque|a la meme epoque|same time|plus que|moins que|\
         more than last|compare|comparer|compared|versus|vs|mieux|better|ou est|where is|quel age|quelle heure|what time",
    ),
];

/// The longest beginning of these words that says something, and how many of them say it: a word that [`Sense::Before`] stands
/// before is read again by itself.
pub(super) fn longest(words: &[&str]) -> Option<(Sense, usize)> {
    let mut best: Option<(Sense, usize)> = None;
    for (sense, phrases) in PHRASES {
        for phrase in phrases.split('|') {
            let mut used = 0;
            let is_there = phrase.trim_start().split(' ').all(|word| {
                let is_next = words.get(used) == Some(&word);
                used += 1;
                is_next
            });
            if is_there && best.is_none_or(|(_, most)| used > most) {
                best = Some((*sense, used));
            }
        }
    }
    best.map(|(sense, used)| match sense {
        Before(_) => (sense, used - 1),
        _ => (sense, used),
    })
}

/// Every word that phrases are made of.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    PHRASES.iter().flat_map(|(_, phrases)| {
        phrases
            .split('|')
            .flat_map(|phrase| phrase.trim_start().split(' '))
    })
}

/// Words of days, beside those of phrases, so that they are not taken for misspelt ones.
pub(super) const DAYS: &[&str] = &[
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "hier",
    "aujourd",
    "demain",
    "yesterday",
    "today",
    "tomorrow",
    "semaine",
    "semaines",
    "annee",
    "annees",
    "mois",
    "jours",
    "trimestre",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "quarter",
    "dernier",
    "derniere",
    "derniers",
    "dernieres",
    "passe",
    "passee",
    "depuis",
    "since",
    "avant",
    "before",
    "apres",
    "after",
    "entre",
    "between",
    "jusqu",
    "until",
    "cette",
    "this",
    "last",
    "debut",
    "beginning",
];

/// Words of time that are never looked for as things: where no days were read, they were not understood.
pub(super) fn is_of_time(word: &str) -> bool {
    const OTHERS: [&str; 14] = [
        "an",
        "ans",
        "jour",
        "jours",
        "day",
        "days",
        "semestre",
        "semestres",
        "half",
        "halves",
        "matin",
        "soir",
        "morning",
        "evening",
    ];
    DAYS.contains(&word) || OTHERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_written_as_they_are_compared() {
        for (_, phrases) in PHRASES {
            for phrase in phrases.split('|') {
                let cut: Vec<&str> = phrase.trim_start().split(' ').collect();
                assert_eq!(text::fold(phrase.trim_start()), cut.join(" "), "{phrase}");
                assert!(
                    cut.iter()
                        .all(|word| word.chars().all(char::is_alphanumeric))
                );
            }
        }
    }

    #[test]
    fn no_phrase_says_two_things() {
        let mut all: Vec<&str> = PHRASES
            .iter()
            .flat_map(|(_, phrases)| phrases.split('|').map(str::trim_start))
            .collect();
        let count = all.len();
        all.sort_unstable();
        let doubled: Vec<&&str> = all
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] if a == b => Some(a),
                _ => None,
            })
            .collect();
        assert!(doubled.is_empty(), "{doubled:?} of {count}");
    }
}
