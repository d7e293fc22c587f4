//! What people ask, in two languages, in haste and with care; and what must not be taken for understood.

mod asked;

use ask::question::{Question, understand};
use asked::{check, names, noun, today};

fn heard(typed: &str) -> Question {
    understand(typed, &names(), today())
}

#[test]
fn sums_are_asked_in_french() {
    check(&[
        (
            "combien chez Grand Marché en mars ?",
            "sum Grand Marché 2026-03",
        ),
        (
            "combien chez grand marche en mars",
            "sum Grand Marché 2026-03",
        ),
        (
            "Combien ai-je dépensé chez Grand Marché en mars 2026 ?",
            "sum out Grand Marché 2026-03",
        ),
        (
            "combien j'ai dépensé chez grand marché le mois dernier",
            "sum out Grand Marché 2026-10",
        ),
        (
            "combien jai depense chez grand marché le mois dernier",
            "sum out Grand Marché 2026-10",
        ),
        (
            "combien g dépensé chez Volt cette année",
            "sum out Volt & Cie 2026",
        ),
        (
            "combein ai-je depencé chez volt cette anee ?",
            "sum out Volt & Cie 2026",
        ),
        (
            "qu'ai-je dépensé chez Volt & Cie depuis janvier ?",
            "sum out Volt & Cie 2026-01-01/",
        ),
        (
            "qu’est-ce que j’ai dépensé en courses en octobre ?",
            "sum out groceries 2026-10",
        ),
        ("combien en courses en 2025", "sum groceries 2025"),
        (
            "combien m'a coûté Onde Mobile cette année ?",
            "sum out Onde Mobile 2026",
        ),
        (
            "combien coûte onde mobile par mois ?",
            "sum out Onde Mobile per month",
        ),
        (
            "combien par mois chez Énergie Claire",
            "sum Énergie Claire per month",
        ),
        (
            "combien par semaine chez grand marché depuis juillet",
            "sum Grand Marché 2026-07-01/ per week",
        ),
        ("c'est combien énergie claire ?", "sum Énergie Claire"),
        (
            "combien entre le 3 et le 9 mai chez grand marché",
            "sum Grand Marché 2026-05-03/2026-05-09",
        ),
        ("combien du 1er au 9 mai", "sum 2026-05-01/2026-05-09"),
        ("combien du 3 au 9 mai", "sum 2026-05-03/2026-05-09"),
        (
            "combien j'ai payé à Volt hier",
            "sum out Volt & Cie 2026-11-03/2026-11-03",
        ),
        (
            "combien ai-je reçu de Atelier Nord en octobre",
            "sum in Atelier Nord 2026-10",
        ),
        (
            "combien j'ai touché de l'atelier nord cette année",
            "sum in Atelier Nord 2026",
        ),
        (
            "combien m'a versé Atelier Nord en 2026 ?",
            "sum in Atelier Nord 2026",
        ),
        ("mes revenus en octobre", "sum in 2026-10"),
        ("mes dépenses du mois dernier", "sum out 2026-10"),
        ("total des dépenses en mars", "sum out 2026-03"),
        ("bilan de mars", "sum net 2026-03"),
        ("bilan de l'année dernière", "sum net 2025"),
        ("combien au total chez la poste ?", "sum La Poste"),
        (
            "combien chez Volt et Onde Mobile en mars ?",
            "sum Volt & Cie + Onde Mobile 2026-03",
        ),
        (
            "combien pour la cafetière en mai ?",
            "sum “cafetière” 2026-05",
        ),
        ("combien de café en mars ?", "sum “café” 2026-03"),
        (
            "combien pour « sacs et filtres » ?",
            "sum “sacs et filtres”",
        ),
        ("combien avec #vacances", "sum #vacances"),
        (
            "dépenses de plus de 100 € en mars",
            "sum out 2026-03 over 100 EUR",
        ),
        (
            "combien de frais bancaires cette année ?",
            "sum payment fee 2026",
        ),
        (
            "combien sur le compte courant en octobre",
            "balance Compte courant 2026-10",
        ),
        (
            "combien est sorti du compte courant en octobre",
            "sum out Compte courant 2026-10",
        ),
        (
            "combien chez boulangerie en aout",
            "sum Boulangerie Morel 2026-08",
        ),
        (
            "combien au premier trimestre ?",
            "sum 2026-01-01/2026-03-31",
        ),
        ("combien ce trimestre", "sum 2026-10-01/2026-12-31"),
        ("combien chez volt mars dernier", "sum Volt & Cie 2026-03"),
        ("combien en décembre dernier", "sum 2025-12"),
        (
            "combien depuis le début de l'année chez volt",
            "sum Volt & Cie 2026-01-01/2026-11-04",
        ),
        (
            "dis-moi combien j'ai claqué chez Volt stp",
            "sum out Volt & Cie",
        ),
        ("jai depensé combien en octobre", "sum out 2026-10"),
        (
            "quel est le montant chez Volt en juin ?",
            "sum Volt & Cie 2026-06",
        ),
        ("où part mon argent ?", "per counterparty"),
        (
            "dépenses par marchand en octobre",
            "sum out 2026-10 per counterparty",
        ),
        (
            "combien les 3 derniers mois chez volt",
            "sum Volt & Cie 2026-08-04/2026-11-04",
        ),
        (
            "combien ces trois derniers mois",
            "sum 2026-08-04/2026-11-04",
        ),
    ]);
}

#[test]
fn sums_are_asked_in_english() {
    check(&[
        (
            "how much at Grand Marché in March?",
            "sum Grand Marché 2026-03",
        ),
        (
            "how much did I spend at grand marche in march",
            "sum out Grand Marché 2026-03",
        ),
        (
            "How much did I spend at Volt last month?",
            "sum out Volt & Cie 2026-10",
        ),
        (
            "how mutch did i spent at volt this year",
            "sum out Volt & Cie 2026",
        ),
        (
            "how much have I paid Onde Mobile since January?",
            "sum out Onde Mobile 2026-01-01/",
        ),
        (
            "what did I spend on groceries in October?",
            "sum out groceries 2026-10",
        ),
        ("how much groceries in 2025", "sum groceries 2025"),
        (
            "how much does Onde Mobile cost a month?",
            "sum out Onde Mobile per month",
        ),
        (
            "how much per week at grand marché since July",
            "sum Grand Marché 2026-07-01/ per week",
        ),
        (
            "how much between 3 and 9 May at Grand Marché",
            "sum Grand Marché 2026-05-03/2026-05-09",
        ),
        ("how much from 3 to 9 May", "sum 2026-05-03/2026-05-09"),
        ("how much yesterday", "sum 2026-11-03/2026-11-03"),
        ("how much did I earn in October?", "sum in 2026-10"),
        (
            "how much did I receive from Atelier Nord in 2026?",
            "sum in Atelier Nord 2026",
        ),
        ("my income last year", "sum in 2025"),
        ("my spending this month", "sum out 2026-11"),
        ("how much did I save in March", "sum net 2026-03"),
        ("total at La Poste", "sum La Poste"),
        ("how much coffee in March?", "sum “coffee” 2026-03"),
        (
            "how much for the coffee maker in May?",
            "sum “coffee” “maker” 2026-05",
        ),
        (
            "spending over €100 in March",
            "sum out 2026-03 over 100 EUR",
        ),
        ("bank fees this year", "payment fee 2026"),
        ("how much in bank fees this year", "sum payment fee 2026"),
        ("how much last March at Volt", "sum Volt & Cie 2026-03"),
        ("how much in March last year", "sum 2025-03"),
        (
            "how much the last three months",
            "sum 2026-08-04/2026-11-04",
        ),
        (
            "how much year to date at volt",
            "sum Volt & Cie 2026-01-01/2026-11-04",
        ),
        ("where does my money go?", "per counterparty"),
        ("how much in total at volt", "sum Volt & Cie"),
        (
            "spending by merchant in October",
            "sum out 2026-10 per counterparty",
        ),
        ("how much withdrawn in March", "sum payment cash 2026-03"),
    ]);
}

#[test]
fn what_is_counted_is_read_apart_from_how_many() {
    check(&[
        (
            "combien de retraits en mars ?",
            "count payment cash 2026-03",
        ),
        ("how many withdrawals", "count payment cash"),
        ("combien de prélèvements ?", "count payment directDebit"),
        ("combien de virements ?", "count payment transfer"),
        ("how many transfers", "count payment transfer"),
        ("dernier virement", "last payment transfer"),
        ("dernier prélèvement", "last payment directDebit"),
        ("le plus gros prélèvement", "largest payment directDebit"),
        ("derniers virements", "list payment transfer"),
        ("combien de courses en mars", "count groceries 2026-03"),
        ("nombre de courses", "count groceries"),
        ("combien il me reste ?", "?combien il me reste"),
        ("what's left", "?what's left"),
    ]);
}

#[test]
fn other_things_are_asked_too() {
    check(&[
        (
            "combien de fois chez Grand Marché cette année ?",
            "count Grand Marché 2026",
        ),
        (
            "combien de paiements chez Volt en mars ?",
            "count Volt & Cie 2026-03",
        ),
        ("combien d'achats chez volt ?", "count out Volt & Cie"),
        (
            "how many times at Grand Marché this year?",
            "count Grand Marché 2026",
        ),
        ("how often at volt last year", "count Volt & Cie 2025"),
        ("how many purchases at Volt", "count out Volt & Cie"),
        ("dernier achat chez Volt", "last out Volt & Cie"),
        (
            "quand ai-je payé Volt pour la dernière fois ?",
            "last out Volt & Cie",
        ),
        (
            "c'était quand la dernière fois chez pharmacie du canal ?",
            "last Pharmacie du Canal",
        ),
        ("when did I last pay Onde Mobile?", "last out Onde Mobile"),
        ("last purchase at Volt", "last out Volt & Cie"),
        ("latest payment to onde mobile", "last out Onde Mobile"),
        ("premier achat chez Volt", "first out Volt & Cie"),
        ("first payment to Onde Mobile", "first out Onde Mobile"),
        ("depuis quand onde mobile ?", "first Onde Mobile"),
        (
            "quel est mon plus gros achat en mars ?",
            "largest out 2026-03",
        ),
        ("le plus gros achat", "largest out"),
        ("et le plus gros achat ?", "… largest out"),
        ("the largest purchase", "largest out"),
        ("la plus grosse dépense chez Volt", "largest out Volt & Cie"),
        (
            "les 3 plus gros achats en mars",
            "largest out 2026-03 limit 3",
        ),
        ("what is my biggest purchase this year?", "largest out 2026"),
        ("most expensive purchase at volt", "largest out Volt & Cie"),
        ("plus petit achat chez volt", "smallest out Volt & Cie"),
        ("cheapest purchase at Volt", "smallest out Volt & Cie"),
        (
            "combien en moyenne par mois chez Grand Marché ?",
            "average Grand Marché per month",
        ),
        (
            "dépense moyenne par mois en courses",
            "average out groceries per month",
        ),
        (
            "average a month at Grand Marché",
            "average Grand Marché per month",
        ),
        (
            "average monthly spending on groceries",
            "average out groceries",
        ),
        (
            "how much do I spend on average at grand marché",
            "average out Grand Marché",
        ),
        (
            "mes achats chez Volt en mars",
            "list out Volt & Cie 2026-03",
        ),
        ("liste des paiements à Onde Mobile", "list out Onde Mobile"),
        (
            "show me payments to Volt over 50 €",
            "list out Volt & Cie over 50 EUR",
        ),
        (
            "les 5 derniers achats chez volt",
            "list out Volt & Cie limit 5",
        ),
        ("c'est quoi mon solde ?", "balance"),
        (
            "quel est mon solde au 31 octobre ?",
            "balance 2026-10-31/2026-10-31",
        ),
        ("solde fin octobre", "balance 2026-10-31/2026-10-31"),
        ("combien j'ai sur le livret A", "balance Livret A"),
        (
            "combien j'avais sur mon compte courant le 3 mai",
            "balance Compte courant 2026-05-03/2026-05-03",
        ),
        (
            "combien il y a sur le compte courant ?",
            "balance Compte courant",
        ),
        ("what's my balance?", "balance"),
        (
            "what was my balance on 31 October",
            "balance 2026-10-31/2026-10-31",
        ),
        ("how much do I have in Livret A", "balance Livret A"),
        (
            "balance of the current account yesterday",
            "balance Compte courant 2026-11-03/2026-11-03",
        ),
        ("est-ce que Volt m'a remboursé ?", "refund Volt & Cie"),
        (
            "Volt m'a-t-il remboursé en septembre ?",
            "refund Volt & Cie 2026-09",
        ),
        (
            "combien m'a remboursé Volt cette année",
            "refund Volt & Cie 2026",
        ),
        ("did Volt refund me?", "refund Volt & Cie"),
        ("has volt paid me back", "refund Volt & Cie"),
        ("remboursements en octobre", "refund 2026-10"),
        ("quand arrive mon colis ?", "arrival"),
        ("quand arrive mon colis de chez Volt", "arrival Volt & Cie"),
        ("où est mon colis volt", "arrival Volt & Cie"),
        ("mon colis Volt est arrivé quand ?", "arrival Volt & Cie"),
        ("when does my parcel arrive?", "arrival"),
        ("when did my parcel from Volt arrive", "arrival Volt & Cie"),
        ("where is my order from volt?", "arrival Volt & Cie"),
        ("quand est tombé mon salaire", "last payment salary ?tombé"),
        ("quand ai-je reçu mon salaire ?", "last in payment salary"),
        ("when did I get my salary", "last in payment salary"),
        ("grand marché en mars ?", "Grand Marché 2026-03"),
        ("volt ?", "Volt & Cie"),
    ]);
}

#[test]
fn a_question_may_go_on_from_the_one_before() {
    check(&[
        ("et en avril ?", "… 2026-04"),
        ("et chez Volt ?", "… Volt & Cie"),
        ("and in April?", "… 2026-04"),
        ("what about Volt?", "… Volt & Cie"),
        ("et par semaine ?", "… per week"),
    ]);
}

#[test]
fn what_fits_several_names_is_left_to_be_chosen() {
    check(&[
        (
            "combien chez pharmacie en mars ?",
            "sum Pharmacie du Canal|Pharmacie Centrale? 2026-03",
        ),
        (
            "how much at pharmacie",
            "sum Pharmacie du Canal|Pharmacie Centrale?",
        ),
        (
            "dernier achat pharmacie",
            "last out Pharmacie du Canal|Pharmacie Centrale?",
        ),
        ("combien chez pharmacie centrale", "sum Pharmacie Centrale"),
    ]);
}

#[test]
fn what_is_not_understood_is_said_word_by_word() {
    check(&[
        ("combien tantôt ?", "sum ?tantôt"),
        ("combien ai-je dépensé tantôt ?", "sum out ?tantôt"),
        ("combien chez Zorglub ?", "sum ?Zorglub"),
        ("how much at Zorglub in March?", "sum 2026-03 ?Zorglub"),
        ("combien sauf chez Volt ?", "sum Volt & Cie ?sauf"),
        ("how much except Volt", "sum Volt & Cie ?except"),
        ("combien le 31 février ?", "sum ?le 31 février"),
        ("combien de temps ?", "?combien de temps"),
        ("pourquoi ?", "?pourquoi"),
        ("why so much at volt?", "Volt & Cie ?why ?much"),
        ("quel temps fait-il ?", "?temps"),
        ("what's the weather?", "?weather"),
        (
            "combien vais-je dépenser en mars ?",
            "sum out 2026-03 ?combien vais-je",
        ),
        (
            "ai-je dépensé plus en mars qu'en février ?",
            "sum out 2026-03 ?plus ?qu'en février",
        ),
        ("bonjour ?", ""),
        ("Léa est d'accord ?", "“accord” ?Léa"),
        (
            "how long until my parcel arrives?",
            "arrival ?how long until",
        ),
        ("combien je n'ai pas dépensé", "sum out ?n ?pas"),
        ("???", ""),
        ("", ""),
        (
            "combien chez Volt par semaine et par mois",
            "sum Volt & Cie per week ?par mois",
        ),
    ]);
}

#[test]
fn what_is_not_understood_is_no_answer() {
    for typed in [
        "",
        "bonjour ?",
        "combien tantôt ?",
        "combien chez Zorglub ?",
        "pourquoi ?",
        "en mars ?",
        "merci",
        "penser à la carte de fidélité",
        "rendre le colis avant le 12",
        "what's the weather?",
    ] {
        assert!(!heard(typed).is_understood(), "{typed}");
    }
}

#[test]
fn the_nearest_names_are_told_of_a_word_that_is_none() {
    let question = heard("combien chez Morelsky ?");
    let nearest: Vec<&str> = question
        .unknown
        .iter()
        .flat_map(|one| &one.nearest)
        .map(noun)
        .collect();
    assert_eq!(nearest.first(), Some(&"Boulangerie Morel"));
}

#[test]
fn each_word_keeps_its_place_in_the_text() {
    let typed = "combien chez Grand Marché en mars, tantôt ?";
    let question = heard(typed);
    let places: Vec<&str> = question
        .heard
        .iter()
        .map(|heard| &typed[heard.span.start..heard.span.end])
        .collect();
    assert_eq!(places, ["combien", "Grand Marché", "en mars"]);
    let lost: Vec<&str> = question
        .unknown
        .iter()
        .map(|one| &typed[one.span.start..one.span.end])
        .collect();
    assert_eq!(lost, ["tantôt"]);
}
