//! Who sells: invented shops, and services whose card descriptors are published by themselves or by card issuers.

/// How a merchant sets prices and is paid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trade {
    /// Ships goods, charges at dispatch, sometimes parcel by parcel.
    Mail,
    /// A shop with a till.
    Till,
    /// A till with few prices: the same amount comes back.
    Counter,
    /// A table, a ride: a tip may be added.
    Tipped,
    /// The same price each month, by card.
    Subscription,
    /// An invoice, collected by direct debit.
    Utility,
    /// An invoice, paid by transfer.
    Craft,
    /// Sells in another currency.
    Abroad(&'static str),
}

/// A merchant as receipts and banks write it.
pub(crate) struct Shop {
    /// On receipts; any of them.
    pub(crate) names: &'static [&'static str],
    /// On bank lines, without the bank's wrapping; `9` and `X` are filled in.
    pub(crate) lines: &'static [&'static str],
    pub(crate) trade: Trade,
    /// The shape of its order or invoice numbers.
    pub(crate) number: &'static str,
}

const fn shop(
    names: &'static [&'static str],
    lines: &'static [&'static str],
    trade: Trade,
    number: &'static str,
) -> Shop {
    Shop {
        names,
        lines,
        trade,
        number,
    }
}

pub(crate) const SHOPS: &[Shop] = &[
    shop(
        &["Amazon.fr", "Amazon", "Amazon EU S.à r.l."],
        &[
            "AMZN Mktp FR*XX9XX9",
            "AMAZON.FR*XX9XX9",
            "AMAZON EU SARL",
            "AMAZON PAYMENTS",
        ],
        Trade::Mail,
        "999-9999999-9999999",
    ),
    shop(
        &["Zalando", "Zalando SE"],
        &["ZALANDO SE", "ZALANDO PAYMENTS GMBH", "Zalando Berlin"],
        Trade::Mail,
        "99999999999999",
    ),
    shop(
        &["Zooplus", "zooplus.fr"],
        &["ZOOPLUS SE", "ZOOPLUS.COM MUENCHEN"],
        Trade::Mail,
        "199999999",
    ),
    shop(
        &["LDLC", "LDLC.com"],
        &["LDLC.COM", "LDLC PRO LIMONEST"],
        Trade::Mail,
        "CB9999999",
    ),
    shop(
        &["Maison Perchoir"],
        &["MAISON PERCHOIR", "SP MAISON PERCHOIR", "MAISONPERCHOIR.FR"],
        Trade::Mail,
        "#9999",
    ),
    shop(
        &["Atelier Brindille", "Atelier Brindille SAS"],
        &["PAYPAL *BRINDILLE", "STRIPE ATELIER BRINDIL", "BRINDILLE"],
        Trade::Mail,
        "BR-99999",
    ),
    shop(
        &["Vinyles du Marais"],
        &[
            "PAYPAL *VINYLESMARA",
            "MANGOPAY*VINYLES DU M",
            "VINYLES DU MARAIS",
        ],
        Trade::Mail,
        "99999",
    ),
    shop(
        &["Cycles Tournesol"],
        &[
            "CYCLES TOURNESOL",
            "ALMA*CYCLES TOURNESOL",
            "TOURNESOL CYCLES 44",
        ],
        Trade::Mail,
        "CT2699999",
    ),
    shop(
        &["Papeterie Lacroix"],
        &[
            "PAPETERIE LACROIX",
            "SumUp *PAPETERIE LACRO",
            "PAPET LACROIX 69",
        ],
        Trade::Till,
        "",
    ),
    shop(
        &["Grand Marché", "Grand Marché Hyper"],
        &["GRAND MARCHE 9999", "GRAND MARCHE DRIVE", "GDMARCHE 99"],
        Trade::Till,
        "",
    ),
    shop(
        &["Jardinerie Verdier"],
        &["JARDINERIE VERDIER", "JARDIN VERDIER SA"],
        Trade::Till,
        "T999999",
    ),
    shop(
        &["Brico Garance"],
        &["BRICO GARANCE 99", "BRICOGARANCE SAINT HERB"],
        Trade::Till,
        "",
    ),
    shop(
        &["Librairie des Halles"],
        &["LIBRAIRIE DES HALL", "LIB DES HALLES"],
        Trade::Till,
        "",
    ),
    shop(
        &["Decathlon", "Decathlon France"],
        &["DECATHLON 9999", "DECATHLON FRANCE", "DECATHLON.FR"],
        Trade::Till,
        "",
    ),
    shop(
        &["IKEA", "IKEA France"],
        &["IKEA NANTES", "IKEA FRANCE SNC", "IKEA 99"],
        Trade::Till,
        "",
    ),
    shop(
        &["Pharmacie du Canal"],
        &["PHARMACIE DU CANAL", "PHIE DU CANAL", "PHARM DU CANAL"],
        Trade::Till,
        "",
    ),
    shop(
        &["Fournil Tissier"],
        &[
            "FOURNIL TISSIER",
            "SUMUP *FOURNIL TISSIER",
            "ZETTLE_*FOURNIL TISSI",
        ],
        Trade::Counter,
        "",
    ),
    shop(
        &["Café de l'Écluse"],
        &["CAFE DE L ECLUSE", "SQ *CAFE DE L'ECLUSE", "SARL ECLUSE"],
        Trade::Counter,
        "",
    ),
    shop(
        &["Parking Colbert"],
        &["PARKING COLBERT", "INDIGO PARK COLBERT"],
        Trade::Counter,
        "",
    ),
    shop(
        &["Kiosque Bastien"],
        &["KIOSQUE BASTIEN", "SumUp *KIOSQUE BASTIE"],
        Trade::Counter,
        "",
    ),
    shop(
        &["Auberge du Lac"],
        &["AUBERGE DU LAC", "AUB DU LAC ANNECY"],
        Trade::Tipped,
        "",
    ),
    shop(
        &["Trattoria Nonna Bice"],
        &[
            "NONNA BICE",
            "SUMUP *TRATTORIA NONNA",
            "TRATTORIA NONNA BICE",
        ],
        Trade::Tipped,
        "",
    ),
    shop(
        &["Bolt"],
        &["BOLT.EU/O/9999999999", "BOLT OPERATIONS OU"],
        Trade::Tipped,
        "",
    ),
    shop(
        &["Uber"],
        &[
            "UBER *TRIP",
            "UBER *TRIP HELP.UBER.C",
            "UBR* PENDING.UBER.COM",
        ],
        Trade::Tipped,
        "",
    ),
    shop(
        &["Netflix"],
        &["NETFLIX.COM", "NETFLIX INTERNATIONAL"],
        Trade::Subscription,
        "",
    ),
    shop(
        &["Spotify"],
        &["SPOTIFY P9X9X9X9", "PAYPAL *SPOTIFY"],
        Trade::Subscription,
        "",
    ),
    shop(
        &["Apple"],
        &["APPLE.COM/BILL", "APPLE.COM/BILL ITUNES."],
        Trade::Subscription,
        "MXXXXXXXX9",
    ),
    shop(
        &["Salle Vigueur"],
        &["SALLE VIGUEUR", "VIGUEUR FITNESS"],
        Trade::Subscription,
        "V-9999",
    ),
    shop(
        &["Énergie Claire", "Énergie Claire SA"],
        &["ENERGIE CLAIRE SA", "ENERGIE CLAIRE"],
        Trade::Utility,
        "EC999999999",
    ),
    shop(
        &["Onde Mobile"],
        &["ONDE MOBILE", "ONDE MOBILE SAS"],
        Trade::Utility,
        "OM99999999",
    ),
    shop(
        &["Eaux du Plateau"],
        &["EAUX DU PLATEAU", "REGIE EAUX PLATEAU"],
        Trade::Utility,
        "26-999999",
    ),
    shop(
        &["Stadtwerke Birkenau"],
        &["STADTWERKE BIRKENAU GMBH", "Stadtwerke Birkenau"],
        Trade::Utility,
        "RE-9999999",
    ),
    shop(
        &["Mutuelle Sérénis"],
        &["MUTUELLE SERENIS", "SERENIS MUT"],
        Trade::Utility,
        "S9999999",
    ),
    shop(
        &["Menuiserie Carpentier"],
        &["MENUISERIE CARPENTIER", "SARL CARPENTIER MENUIS"],
        Trade::Craft,
        "FA-2026-999",
    ),
    shop(
        &["Couverture Renaudin"],
        &["COUVERTURE RENAUDIN", "RENAUDIN COUVERTURE"],
        Trade::Craft,
        "2026/999",
    ),
    shop(
        &["Élodie Marchetti, traductrice"],
        &["ELODIE MARCHETTI", "MME MARCHETTI ELODIE"],
        Trade::Craft,
        "EM26999",
    ),
    shop(
        &["Garage Pelletier"],
        &["GARAGE PELLETIER", "PELLETIER AUTOMOBILES"],
        Trade::Craft,
        "99999",
    ),
    shop(
        &["Namecheap"],
        &["NAMECHEAP.COM", "NAME-CHEAP.COM* XXXXXX"],
        Trade::Abroad("USD"),
        "999999999",
    ),
    shop(
        &["Kestrel Outdoor"],
        &["KESTREL OUTDOOR LTD", "SP KESTRELOUTDOOR"],
        Trade::Abroad("GBP"),
        "#99999",
    ),
    shop(
        &["Bergbahn Alpina"],
        &["BERGBAHN ALPINA", "ALPINA BERGBAHNEN AG"],
        Trade::Abroad("CHF"),
        "",
    ),
    shop(
        &["Hotell Skeppsbron"],
        &["HOTELL SKEPPSBRON", "SKEPPSBRON HOTELL AB"],
        Trade::Abroad("SEK"),
        "99999",
    ),
    shop(
        &["Księgarnia Pod Lipą"],
        &["KSIEGARNIA POD LIPA", "PAYU*KSIEGARNIA POD LI"],
        Trade::Abroad("PLN"),
        "999999",
    ),
    shop(
        &["Steam"],
        &["STEAMGAMES.COM 4259522", "WL *STEAM PURCHASE"],
        Trade::Abroad("USD"),
        "9999999999999999999",
    ),
];
