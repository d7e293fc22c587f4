//! What a person means by words that say something else to a reader in a hurry.

mod asked;

use asked::check;

#[test]
fn days_are_those_that_a_person_means() {
    check(&[
        ("combien depuis fin octobre ?", "sum 2026-10-31/"),
        ("how much since the end of September?", "sum 2026-09-30/"),
        ("combien jusqu'à fin mars 2024 ?", "sum /2024-03-31"),
        ("how much until the end of March 2024?", "sum /2024-03-31"),
        ("combien avant début mars ?", "sum /2026-02-28"),
        ("combien depuis 3 mois ?", "sum 2026-08-04/2026-11-04"),
        (
            "combien depuis deux semaines ?",
            "sum 2026-10-21/2026-11-04",
        ),
        ("combien depuis un an ?", "sum 2025-11-04/2026-11-04"),
        (
            "combien depuis le début du mois ?",
            "sum 2026-11-01/2026-11-04",
        ),
        (
            "combien depuis le début de la semaine ?",
            "sum 2026-11-02/2026-11-04",
        ),
        (
            "how much since the start of the quarter?",
            "sum 2026-10-01/2026-11-04",
        ),
        ("how much in the past year?", "sum 2025-11-04/2026-11-04"),
        ("how much last year?", "sum 2025"),
        (
            "combien au premier trimestre 2026 ?",
            "sum 2026-01-01/2026-03-31",
        ),
        (
            "how much in the first half of 2024?",
            "sum 2024-01-01/2024-06-30",
        ),
        ("combien au 4e trimestre ?", "sum 2026-10-01/2026-12-31"),
        (
            "combien au deuxième semestre de l'an dernier ?",
            "sum 2025-07-01/2025-12-31",
        ),
        ("combien le 5 ?", "sum 2026-10-05/2026-10-05"),
        ("how much in Sept?", "sum 2026-09"),
        ("combien en févr. ?", "sum 2026-02"),
        (
            "combien chez Volt le 31 ?",
            "sum Volt & Cie 2026-10-31/2026-10-31",
        ),
        ("how much on the 3rd?", "sum 2026-11-03/2026-11-03"),
        (
            "combien au cours des 12 derniers mois ?",
            "sum 2025-11-04/2026-11-04",
        ),
        (
            "combien ces 30 derniers jours ?",
            "sum 2026-10-05/2026-11-04",
        ),
        ("combien le 29 février ?", "sum 2024-02-29/2024-02-29"),
        (
            "combien du 28 décembre au 3 janvier ?",
            "sum 2025-12-28/2026-01-03",
        ),
        (
            "how much between 30 January and 3 February?",
            "sum 2026-01-30/2026-02-03",
        ),
    ]);
}

#[test]
fn an_edge_of_a_month_is_one_day_of_what_is_held_and_ten_of_what_moved() {
    check(&[
        ("solde fin février 2024", "balance 2024-02-29/2024-02-29"),
        (
            "combien chez Volt fin février 2024 ?",
            "sum Volt & Cie 2024-02-20/2024-02-29",
        ),
        (
            "how much at the beginning of March?",
            "sum 2026-03-01/2026-03-10",
        ),
        ("combien fin 2025 ?", "sum ?fin 2025"),
        ("solde fin 2025", "balance 2025-12-31/2025-12-31"),
        ("solde fin du mois dernier", "balance 2026-10-31/2026-10-31"),
    ]);
}

#[test]
fn what_would_be_misread_is_said_instead() {
    check(&[
        ("combien cet été ?", "sum ?cet été"),
        ("combien en 24 ?", "sum ?24"),
        ("combien en mars '24 ?", "sum 2026-03 ?24"),
        ("how much in the summer?", "sum ?summer"),
        ("combien le week-end dernier ?", "last ?week-end"),
        ("combien il y a un an ?", "sum ?an"),
        ("combien le mois d'avant ?", "sum ?mois ?avant"),
        ("how much did I spend in USD?", "sum out ?USD"),
        (
            "combien chez Volt en mars en dollars ?",
            "sum Volt & Cie 2026-03 ?dollars",
        ),
        (
            "combien de fois par semaine chez Volt ?",
            "count Volt & Cie ?par semaine",
        ),
    ]);
}

#[test]
fn what_is_asked_is_not_taken_for_what_stands_beside_it() {
    check(&[
        ("combien j'ai retiré en mars ?", "sum payment cash 2026-03"),
        (
            "le nombre d'achats chez Volt en 2025",
            "count out Volt & Cie 2025",
        ),
        ("how many euros at Volt in 2025?", "sum Volt & Cie 2025"),
        ("combien est entré en mars ?", "sum in 2026-03"),
        ("les achats de plus de 800 euros", "list out over 800 EUR"),
        (
            "les trois derniers achats chez Volt",
            "list out Volt & Cie limit 3",
        ),
        (
            "the two largest payments in 2025",
            "largest out 2025 limit 2",
        ),
        ("les 10 dernières opérations", "list limit 10"),
        ("how many payments by card?", "count payment card"),
        ("combien par carte en mars ?", "sum payment card 2026-03"),
        (
            "which merchant did I spend the most at in 2025?",
            "sum out 2025 per counterparty",
        ),
        ("combien d'opérations en mars ?", "count net 2026-03"),
        ("combien j'ai économisé en 2025 ?", "sum net 2025"),
        ("how often do I go to Volt?", "count Volt & Cie"),
        ("combien de fois je vais chez Volt ?", "count Volt & Cie"),
        (
            "combien m'a rapporté Atelier Nord en 2025 ?",
            "sum in Atelier Nord 2025",
        ),
    ]);
}
