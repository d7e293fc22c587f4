//! What became of a parcel, and when it comes.

use domain::NaiveDate;

use super::{Row, contains, days};
use crate::{Delivery, DeliveryEvent};

/// The lines among which the news of a mail stands; below are terms and adverts.
const MOST_LINES: usize = 80;

/// Event and days. The line that comes first decides, so that a subject put before the text wins.
pub(super) fn read(rows: &[Row<'_>], told: Option<NaiveDate>) -> Delivery {
    let rows = rows.get(..MOST_LINES.min(rows.len())).unwrap_or_default();
    let lines: Vec<String> = rows.iter().map(|row| text::fold(row.line)).collect();
    let mut delivery = Delivery {
        event: event(&lines),
        ..Delivery::default()
    };
    for (at, line) in lines.iter().enumerate() {
        if FORMER.iter().any(|word| line.starts_with(word)) {
            continue;
        }
        let Some(label) = EXPECTED.iter().find(|label| contains(line, label)) else {
            continue;
        };
        let behind = line.split_once(label).map_or("", |(_, rest)| rest);
        let mut found = days(behind, told);
        if found.is_empty() && behind.len() < 30 {
            let below: Vec<Vec<NaiveDate>> = rows
                .iter()
                .skip(at + 1)
                .take(3)
                .map(|row| days(row.line, told))
                .collect();
            let first = below.iter().position(|days| !days.is_empty());
            found = first
                .and_then(|first| below.get(first))
                .cloned()
                .unwrap_or_default();
            let second = first
                .and_then(|first| rows.get(at + 1 + first))
                .filter(|row| row.line.ends_with(['-', '–']));
            found.extend(
                second
                    .and_then(|_| below.get(first? + 1))
                    .into_iter()
                    .flatten(),
            );
        }
        if found.is_empty() && delivery.expected_from.is_none() {
            found = days(line, told);
        }
        if let (Some(first), Some(last)) = (found.first(), found.iter().max()) {
            delivery.expected_from = Some(*first.min(last));
            delivery.expected_until = Some(*last);
            break;
        }
    }
    settle(&mut delivery, rows, &lines, told);
    delivery
}

fn event(lines: &[String]) -> Option<DeliveryEvent> {
    lines.iter().find_map(|line| {
        EVENTS
            .iter()
            .find(|(_, phrases)| phrases.iter().any(|phrase| contains(line, phrase)))
            .map(|(event, _)| *event)
    })
}

/// What the event says of days: on its last way it comes today, delivered it is there.
fn settle(delivery: &mut Delivery, rows: &[Row<'_>], lines: &[String], told: Option<NaiveDate>) {
    match delivery.event {
        Some(DeliveryEvent::Delivered) => {
            let (_, phrases) = EVENTS
                .first()
                .copied()
                .unwrap_or((DeliveryEvent::Delivered, &[]));
            let line = lines
                .iter()
                .zip(rows)
                .find(|(line, _)| phrases.iter().any(|phrase| contains(line, phrase)));
            let named = line.and_then(|(_, row)| days(row.line, told).pop());
            delivery.delivered_on = named
                .filter(|day| told.is_none_or(|told| *day <= told))
                .or(told);
            delivery.expected_from = None;
            delivery.expected_until = None;
        }
        Some(DeliveryEvent::OutForDelivery) => {
            delivery.expected_from = delivery.expected_from.or(told);
            delivery.expected_until = delivery.expected_until.or(told);
        }
        Some(DeliveryEvent::PickupReady) => {
            let until = rows.iter().zip(lines).find_map(|(row, line)| {
                let is_until = PICKUP_UNTIL.iter().any(|word| contains(line, word));
                is_until.then(|| days(row.line, told).pop()).flatten()
            });
            delivery.pickup_until = until;
        }
        _ => {}
    }
}

/// What tells of an event, the later stages before the earlier where one line could be both.
const EVENTS: &[(DeliveryEvent, &[&str])] = &[
    (
        DeliveryEvent::Delivered,
        &[
            "has been delivered",
            "was delivered",
            "have been delivered",
            "we delivered your",
            "successfully delivered",
            "your package was delivered",
            "delivered:",
            "your delivery is complete",
            "a ete livre",
            "a ete livree",
            "a bien ete livre",
            "colis livre",
            "commande livree",
            "est livre",
            "a ete remis",
            "wurde zugestellt",
            "wurde geliefert",
            "zugestellt am",
            "erfolgreich zugestellt",
            "ha sido entregado",
            "se ha entregado",
            "entregado",
            "e stato consegnato",
            "consegnato",
            "consegna effettuata",
            "is bezorgd",
            "is afgeleverd",
            "bezorgd op",
            "zostala dzisiaj dostarczona",
            "zostala dostarczona",
            "dostarczona",
            "we've delivered",
            "your parcel was delivered",
        ],
    ),
    (
        DeliveryEvent::Returned,
        &[
            "has been cancelled",
            "has been canceled",
            "order cancelled",
            "order canceled",
            "a ete annulee",
            "commande annulee",
            "wurde storniert",
            "stornierung",
            "ha sido cancelado",
            "e stato annullato",
            "is geannuleerd",
            "returned to sender",
            "retour a l'expediteur",
            "an den absender zuruck",
            "devuelto al remitente",
            "restituito al mittente",
            "retour afzender",
        ],
    ),
    (
        DeliveryEvent::PickupReady,
        &[
            "ready for pickup",
            "ready for pick up",
            "ready to collect",
            "ready for collection",
            "available for pickup",
            "is waiting for you",
            "est disponible en point relais",
            "vous attend",
            "est disponible dans votre",
            "a votre disposition",
            "pret a etre retire",
            "disponible en point de retrait",
            "abholbereit",
            "liegt zur abholung",
            "zur abholung bereit",
            "kann abgeholt werden",
            "lista para recoger",
            "listo para recoger",
            "disponible para recoger",
            "disponible en tu punto",
            "pronto per il ritiro",
            "puoi ritirare",
            "in attesa di ritiro",
            "ligt klaar",
            "klaar om op te halen",
            "klaar om af te halen",
            "gotowa do odbioru",
            "czeka na ciebie",
            "czeka na odbior",
        ],
    ),
    (
        DeliveryEvent::Delayed,
        &[
            "is delayed",
            "has been delayed",
            "delivery delayed",
            "running late",
            "now expected",
            "new delivery date",
            "new estimated delivery",
            "delivery date has changed",
            "delivery exception",
            "could not be delivered",
            "delivery attempt",
            "we missed you",
            "est retarde",
            "est retardee",
            "retard de livraison",
            "nouvelle date de livraison",
            "n'a pas pu etre livre",
            "verspatet",
            "verzogert",
            "verzogerung",
            "neuer liefertermin",
            "konnte nicht zugestellt werden",
            "se retrasa",
            "retraso",
            "nueva fecha de entrega",
            "in ritardo",
            "ritardo",
            "nuova data di consegna",
            "vertraagd",
            "vertraging",
            "nieuwe bezorgdatum",
        ],
    ),
    (
        DeliveryEvent::OutForDelivery,
        &[
            "out for delivery",
            "arriving today",
            "is arriving today",
            "will be delivered today",
            "delivering it today",
            "coming today",
            "scheduled for delivery today",
            "with your local hermes courier",
            "on fedex vehicle for delivery",
            "will be with you today",
            "delivery today",
            "delivered today",
            "en cours de livraison",
            "sera livre aujourd'hui",
            "livre aujourd'hui",
            "arrive aujourd'hui",
            "livraison aujourd'hui",
            "en tournee",
            "wird heute",
            "kommt heute",
            "heute zugestellt",
            "in zustellung",
            "wird ihnen heute",
            "en reparto",
            "se entregara hoy",
            "llega hoy",
            "sera entregado hoy",
            "in consegna",
            "arriva oggi",
            "consegna oggi",
            "consegnato oggi",
            "sara consegnato oggi",
            "onderweg naar jou",
            "wordt vandaag",
            "vandaag bezorgd",
            "dzis doreczymy",
            "dzis dostarczymy",
            "wydana do doreczenia",
            "bezorgen we vandaag",
            "will be with you between",
            "order will be with you",
        ],
    ),
    (
        DeliveryEvent::Shipped,
        &[
            "has been dispatched",
            "has been shipped",
            "has shipped",
            "have shipped",
            "was shipped",
            "dispatch confirmation",
            "shipping confirmation",
            "is on its way",
            "is on the way",
            "on its way",
            "we've dispatched",
            "shipped",
            "dispatched",
            "in transit",
            "received your parcel",
            "a ete expedie",
            "a ete expediee",
            "est en route",
            "en route",
            "est parti",
            "est partie",
            "a ete remise",
            "a ete confie",
            "confirmation d'expedition",
            "colis expedie",
            "expediee",
            "sera livre",
            "sera livree",
            "arrive demain",
            "est en chemin",
            "wurde versandt",
            "wurde versendet",
            "versandt",
            "versandbestatigung",
            "ist unterwegs",
            "unterwegs",
            "auf dem weg",
            "verschickt",
            "wird zugestellt",
            "ha sido enviado",
            "ha salido",
            "enviado",
            "esta en camino",
            "en camino",
            "e stato spedito",
            "spedito",
            "in viaggio",
            "e in arrivo",
            "is verzonden",
            "verzonden",
            "is onderweg",
            "onderweg",
            "nadana",
            "zostala nadana",
            "w drodze",
            "scheduled for delivery",
            "will be delivered",
            "will arrive",
        ],
    ),
    (
        DeliveryEvent::Ordered,
        &[
            "order confirmed",
            "order is confirmed",
            "order confirmation",
            "thanks for your order",
            "thank you for your order",
            "thanks for making another purchase",
            "order received",
            "we've received your order",
            "confirmation de votre commande",
            "confirmation de commande",
            "merci pour votre commande",
            "commande enregistree",
            "commande confirmee",
            "vielen dank fur ihre bestellung",
            "bestellbestatigung",
            "ihre bestellung",
            "gracias por tu pedido",
            "gracias por su pedido",
            "confirmacion de pedido",
            "confirmacion del pedido",
            "pedido confirmado",
            "grazie per il tuo ordine",
            "conferma ordine",
            "conferma d'ordine",
            "bedankt voor je bestelling",
            "bedankt voor uw bestelling",
            "bestelbevestiging",
            "order placed",
            "votre commande",
            "tu pedido",
            "il tuo ordine",
            "je bestelling",
        ],
    ),
];

/// Before a promise.
const EXPECTED: &[&str] = &[
    "now expected",
    "new estimated delivery",
    "new delivery date",
    "nouvelle date de livraison",
    "neuer liefertermin",
    "nueva fecha de entrega",
    "nuova data di consegna",
    "arriving",
    "arrives",
    "expected delivery",
    "expected by",
    "expected",
    "estimated delivery",
    "estimated delivery date",
    "estimated arrival",
    "est. delivery",
    "est delivery",
    "delivery estimate",
    "scheduled delivery",
    "scheduled delivery date",
    "standard transit",
    "delivery is due",
    "delivery date",
    "will be delivered",
    "delivery by",
    "guaranteed delivery",
    "will arrive",
    "is arriving",
    "livraison prevue",
    "livraison estimee",
    "livraison le",
    "livraison entre",
    "date de livraison",
    "sera livre",
    "sera livree",
    "livre le",
    "vous sera livre",
    "date estimee",
    "voraussichtliche lieferung",
    "voraussichtliche zustellung",
    "voraussichtlicher liefertermin",
    "lieferung",
    "liefertermin",
    "zustellung",
    "lieferdatum",
    "wird zugestellt",
    "kommt",
    "wird",
    "entrega prevista",
    "entrega estimada",
    "fecha de entrega",
    "entrega",
    "se entregara",
    "llegara",
    "consegna prevista",
    "data di consegna",
    "consegna stimata",
    "sara consegnato",
    "consegna",
    "verwachte bezorging",
    "verwachte levering",
    "bezorgdatum",
    "verwachte bezorgdatum",
    "levering",
    "bezorging",
    "wordt bezorgd",
    "bezorgd op",
    "leverdatum",
    "bezorgen",
    "arrive",
];

/// Before a promise that no longer holds.
const FORMER: &[&str] = &[
    "previously expected",
    "initialement prevu",
    "date initiale",
    "precedemment",
    "ursprunglich",
    "bisher",
    "fecha anterior",
    "data precedente",
    "eerder verwacht",
    "original delivery",
];

/// Before the last day to fetch it.
const PICKUP_UNTIL: &[&str] = &[
    "until",
    "jusqu'au",
    "avant le",
    "bis",
    "bis zum",
    "hasta",
    "fino al",
    "entro",
    "tot",
    "tot en met",
    "by",
    "do dnia",
];
