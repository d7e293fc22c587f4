//! Single words and what they are in a descriptor. All folded. One list per role, separated by commas; a word may have several roles.

/// Words between the bank's phrase and the name: skipped there.
pub(super) const CONNECTORS: &str = "\
    a, aan, an, at, aupres, bei, benef, beneficiaire, bordereau, card, carta, carte, cb, chez, da, de, debit, di, \
    dt, du, emis, en, fact, facture, faveur, favour, for, from, fur, in, inst, kaart, karte, karten, karten-nr, le, n, \
    naar, no, nr, num, numero, o, on, par, pas, per, pour, recu, sepa, tarjeta, thank, to, van, vers, via, vom, \
    von, voor, vostro, you, your";

/// Words after which nothing belongs to the name: references, mandates, the bank's own particulars.
pub(super) const CUTS: &str = "\
    bic, bq, conf, confirmation, cours, cpt, cred, creditor, dankt, echeance, emetteur, eref, fact, glaubiger, iban, ics, \
    id, kenmerk, kurs, kurswert, libelle, mandaat, mandat, mandate, mandato, mandatsref, motif, mref, msgid, \
    omschrijving, pasvolgnr, ppd, ref, reference, referencia, referentie, referenz, referinza, riferimento, rum, sagt, taux, \
    terminal, terminalnr, termination, tid, trace, transaktion, txn, utr, valuta, verwendungszweck";

/// A bank's own words: with one of these a weak word for a fee means a fee.
pub(super) const BANKERS: &str = "\
    account, advice, annuel, annuelle, annuels, assurance, bancaire, bancaires, bank, cambio, card, carta, carte, \
    cb, change, cheque, compte, conto, cuenta, dab, debit, decouvert, depassement, devise, devises, \
    distribution, dossier, etranger, extrait, forfait, formule, gestion, gold, hors, incident, intervention, \
    irregularite, konto, lettre, maintenance, mandato, mantenimiento, mastercard, mensuel, mensuelle, mensuels, \
    monthly, moyens, offre, opposition, overdraft, package, paiement, pays, prelevement, premier, prlv, rejet, \
    rekening, releve, retrait, service, services, succession, tarjeta, tenue, trim, trimestre, trimestriel, \
    trimestrielle, trimestriels, ue, vir, virement, virements, visa, zone";

/// What a column for the kind of an entry says, without a word about with whom or how.
pub(super) const COLUMNS: &str = "ach, card, credit, current, debit, general, sale";

/// What comes after a name without being part of it: legal forms.
pub(super) const LEGAL_FORMS: &str = "\
    ab, ag, aps, asbl, bv, bvba, co, corp, eg, eurl, ev, gbr, gmbh, inc, kg, kgaa, lda, limited, llc, llp, ltd, \
    mbh, nv, ohg, oy, plc, sa, sagl, sapa, sarl, sas, sasu, sc, sca, scop, se, sl, slu, snc, spa, sprl, srl, sro, \
    ug";

/// Countries as banks put them at the end of a card line.
pub(super) const COUNTRIES: &str = "\
    ad, ae, ar, at, au, aut, austria, be, bel, belgique, belgium, bg, br, ch, che, cn, cy, cz, deu, deutschland, dk, dnk, \
    ee, eg, es, esp, espagne, espana, est, fi, fr, fra, france, gb, gbr, germany, gr, hk, hr, hu, id, ie, il, ire, \
    ireland, irl, irlande, is, ita, italia, italie, italy, jp, kr, li, lt, lu, lux, luxembourg, lv, ma, mc, mt, \
    mx, my, nederland, netherlands, nl, nld, nz, ph, pl, prt, pt, ro, rs, se, sg, si, sk, sm, spain, suisse, swe, \
    sweden, switzerland, th, tn, tr, tw, ua, uk, us, usa, vn, za";

/// Words too general to name anybody without the place or word that follows.
pub(super) const GENERICS: &str = "\
    air, ambassade, auberge, autohaus, bakery, banco, bank, banque, bar, bistro, bistrot, boulangerie, brasserie, \
    cabinet, cafe, camping, centre, chu, cinema, clinique, college, commune, credit, ecole, garage, gare, hopital, \
    hostel, hotel, la, laboratoire, le, les, librairie, lycee, mairie, metro, musee, museum, office, opera, \
    parking, pharmacie, pizzeria, port, presse, radio, residence, restaurant, salon, stade, stadt, stadtwerke, \
    station, tabac, taxi, taxis, the, theatre, universite, ville, visit, zoo";

/// Words that tie what follows to what stands before: `Mairie de Paris` keeps its city.
pub(super) const PREPOSITIONS: &str = "\
    a, am, au, aux, con, d, da, de, del, der, des, di, du, en, et, im, in, l, la, le, les, notre, of, saint, \
    sainte, st, ste, the, van, von, zu";

/// Titles that make a person of a name.
pub(super) const TITLES: &str = "\
    dhr, dr, frau, herr, hr, m, madame, mademoiselle, melle, mevr, mevrouw, miss, mlle, mme, monsieur, mr, mrs, \
    ms, sig, signor, signora, sr, sra";

/// Words by which money in is wages.
pub(super) const WAGES: &str = "\
    gehalt, lohn, nomina, paie, paye, payroll, salaire, salaires, salaris, salary, stipendio, wages";

/// Words for a card, a store, a number: with a number behind, they close the name.
pub(super) const CARDS: &str =
    "card, carta, carte, kaart, karte, karten-nr, fil, nr, numero, pas, tarjeta";

/// What a transfer or direct debit is for: on such lines they close the name.
pub(super) const PURPOSES: &str = "\
    abonnement, acompte, affitto, alquiler, cadeau, causale, concepto, cotisation, echeance, factura, facture, \
    factuur, fattura, gehalt, huur, invoice, lohn, loyer, mensualite, miete, nomina, paie, paye, payroll, rechnung, \
    remboursement, rent, retraite, salaire, salaires, salaris, salary, solde, stipendio, wages";

/// Card networks, and the words of banks that sell their cards.
pub(super) const NETWORKS: &str = "debit, maestro, mastercard, visa";

/// The States of America, behind the city on a card line.
pub(super) const STATES: &str = "\
    ak, al, ar, az, ca, co, ct, dc, de, fl, ga, hi, ia, id, il, in, ks, ky, la, ma, md, me, mi, mn, mo, ms, mt, nc, nd, \
    ne, nh, nj, nm, nv, ny, oh, ok, or, pa, ri, sc, sd, tn, tx, ut, va, vt, wa, wi, wv, wy";

/// Payment services and registers that stand before a `*` or a space, in front of the merchant's own name.
pub(super) const PROCESSORS: &[&str] = &[
    "2co",
    "adyen",
    "alma",
    "bck",
    "ccv",
    "chk",
    "cko",
    "dojo",
    "dri",
    "fs",
    "gpay",
    "hipay",
    "izettle",
    "izl",
    "klarna",
    "lemonway",
    "lsp",
    "lydia",
    "mangopay",
    "mollie",
    "multisafepay",
    "mypos",
    "nya",
    "nyx",
    "oney 3x",
    "oney 4x",
    "oney",
    "paddle.net",
    "paddle",
    "payplug",
    "paypal",
    "pp",
    "ppl",
    "qonto",
    "scalapay",
    "sogecommerce",
    "sp",
    "spy",
    "sq",
    "square",
    "stancer",
    "stripe",
    "sumup",
    "systempay",
    "tst",
    "twint",
    "up",
    "vivawallet",
    "viva",
    "wl",
    "worldline",
    "zettle",
    "ztl",
];

/// Those of them that also stand in front without a star.
pub(super) const OPEN_PROCESSORS: &[&str] = &[
    "izettle", "oney", "oney 3x", "oney 4x", "payplug", "sp", "sq", "sumup", "zettle", "ztl",
];

/// First words of a merchant's many writings → the one name: shops and services whose card lines end in places, order numbers or cut words that no
/// list can hold. The longest that fits wins.
pub(super) const ALIASES: &[(&str, &str)] = &[
    ("albert heijn", "Albert Heijn"),
    ("aldi", "ALDI"),
    ("aliexpress", "AliExpress"),
    ("alipay", "Alipay"),
    ("amazon", "Amazon"),
    ("amazon de", "Amazon"),
    ("amazon web services", "Amazon Web Services"),
    ("amazon eu", "Amazon"),
    ("amazon fr", "Amazon"),
    ("amazon it", "Amazon"),
    ("amazon marketplace", "Amazon"),
    ("amazon mktp", "Amazon"),
    ("amazon mktpl", "Amazon"),
    ("amazon mktplace", "Amazon"),
    ("amazon payments", "Amazon"),
    ("amazon prime", "Amazon Prime"),
    ("amzn", "Amazon"),
    ("amzn digital", "Amazon"),
    ("amzn mktp", "Amazon"),
    ("apple", "Apple"),
    ("auchan", "Auchan"),
    ("back market", "Back Market"),
    ("backmarket", "Back Market"),
    ("basic fit", "Basic-Fit"),
    ("bauhaus", "Bauhaus"),
    ("bkg", "Booking.com"),
    ("blablacar", "BlaBlaCar"),
    ("bol com", "bol"),
    ("booking", "Booking.com"),
    ("boulanger", "Boulanger"),
    ("brico depot", "Brico Dépôt"),
    ("bricomarche", "Bricomarché"),
    ("burger king", "Burger King"),
    ("canal+", "Canal+"),
    ("carrefourcity", "Carrefour City"),
    ("carrefourexpress", "Carrefour Express"),
    ("carrefourmarket", "Carrefour Market"),
    ("casino shop", "Casino Shop"),
    ("castorama", "Castorama"),
    ("cdiscount", "Cdiscount"),
    ("coolblue", "Coolblue"),
    ("coursera", "Coursera"),
    ("dac", "DAC"),
    ("darty", "Darty"),
    ("decathlon", "Decathlon"),
    ("deliveroo", "Deliveroo"),
    ("disney plus", "Disney+"),
    ("disneyplus", "Disney+"),
    ("dm drogerie", "dm"),
    ("dropbox", "Dropbox"),
    ("e leclerc", "E.Leclerc"),
    ("easyjet", "easyJet"),
    ("ebay", "eBay"),
    ("edeka", "EDEKA"),
    ("edf", "EDF"),
    ("electricite de france", "EDF"),
    ("engie", "ENGIE"),
    ("esselunga", "Esselunga"),
    ("etsy", "Etsy"),
    ("flixbus", "FlixBus"),
    ("fnac", "Fnac"),
    ("franprix", "Franprix"),
    ("free mobile", "Free Mobile"),
    ("free telecom", "Free"),
    ("github", "GitHub"),
    ("google", "Google"),
    ("grand frais", "Grand Frais"),
    ("h&m", "H&M"),
    ("hema", "HEMA"),
    ("ikea", "IKEA"),
    ("intermarche", "Intermarché"),
    ("jumbo", "Jumbo"),
    ("kaufland", "Kaufland"),
    ("kiabi", "Kiabi"),
    ("la poste", "La Poste"),
    ("leclerc", "E.Leclerc"),
    ("leroy merlin", "Leroy Merlin"),
    ("leroymerlin", "Leroy Merlin"),
    ("lidl", "Lidl"),
    ("mango", "Mango"),
    ("mc donald s", "McDonald’s"),
    ("mc donalds", "McDonald’s"),
    ("mcdonald s", "McDonald’s"),
    ("mcdonalds", "McDonald’s"),
    ("media markt", "MediaMarkt"),
    ("mediamarkt", "MediaMarkt"),
    ("mercadona", "Mercadona"),
    ("microsoft", "Microsoft"),
    ("monoprix", "Monoprix"),
    ("netflix", "Netflix"),
    ("norauto", "Norauto"),
    ("openai", "OpenAI"),
    ("orange sa", "Orange"),
    ("ouigo", "OUIGO"),
    ("paul boulangerie", "Paul"),
    ("paypal", "PayPal"),
    ("paypal europe", "PayPal"),
    ("picard", "Picard"),
    ("porkbun", "Porkbun"),
    ("primark", "Primark"),
    ("rewe", "REWE"),
    ("rossmann", "Rossmann"),
    ("ryanair", "Ryanair"),
    ("sainsbury s", "Sainsbury’s"),
    ("sainsburys", "Sainsbury’s"),
    ("saturn", "Saturn"),
    ("sephora", "Sephora"),
    ("sfr", "SFR"),
    ("shein", "Shein"),
    ("sncf", "SNCF"),
    ("spotify", "Spotify"),
    ("starbucks", "Starbucks"),
    ("steam purchase", "Steam"),
    ("steamgames", "Steam"),
    ("temu", "Temu"),
    ("tesco", "Tesco"),
    ("total access", "TotalEnergies"),
    ("totalenergies", "TotalEnergies"),
    ("trainline", "Trainline"),
    ("uber eats", "Uber Eats"),
    ("uber trip", "Uber"),
    ("ubr", "Uber"),
    ("uniqlo", "Uniqlo"),
    ("vinted", "Vinted"),
    ("vodafone", "Vodafone"),
    ("waitrose", "Waitrose"),
    ("walmart", "Walmart"),
    ("zalando", "Zalando"),
    ("zara", "Zara"),
];

/// All-capital words that are initials although they could be spoken.
pub(super) const INITIALS: &str = "\
    adp, aldi, apel, arag, ars, asf, axa, bhv, bmw, bnp, bp, bpce, bred, caf, ccas, cfdt, cgt, cic, cnam, cpam, \
    ddfip, dgfip, dkb, drfip, edf, eni, esso, eurl, gmf, hsbc, ibm, ing, k2, lcl, maaf, macif, maif, matmut, mgen, \
    mma, msa, nhs, oui, ovh, ratp, sci, scm, scp, sfr, sncb, sncf, tan, tcl, ugc, ups, urssaf, usb, uwv, wwf";

/// Currencies met in card lines.
pub(super) const CURRENCIES: &str = "\
    aed, aud, bgn, brl, cad, chf, clp, cny, czk, dkk, egp, eur, gbp, hkd, huf, idr, ils, inr, isk, jpy, krw, mad, \
    mxn, myr, nok, nzd, php, pln, ron, rsd, rub, sek, sgd, thb, tnd, try, twd, uah, usd, vnd, xaf, xof, xpf, zar";

/// First names of the six languages: two or three words with one of them are a person.
pub(super) const FIRST_NAMES: &str = "\
    adam, adele, agathe, agnes, ahmed, alain, albert, alessandro, alex, alexander, alexandra, alexandre, alexis, \
    alfred, alice, alicia, amelie, ana, anais, andrea, andreas, andrew, angela, anita, anja, anke, anna, anne, \
    annie, antoine, antonio, arnaud, arthur, audrey, aurelie, ayoub, barbara, bart, beatrice, benjamin, benoit, \
    bernard, bernd, birgit, boris, brigitte, bruno, camille, carla, carlos, carmen, carole, caroline, catherine, \
    cecile, celine, chantal, charles, charlotte, chiara, chloe, chris, christelle, christian, christine, \
    christophe, claire, clara, claude, claudia, clement, corinne, cristina, daniel, daniela, daniele, david, \
    debora, denis, diane, didier, diego, dieter, dominique, eddy, edith, edouard, elena, eliane, elisabeth, elise, \
    elodie, emilie, emily, emma, emmanuel, eric, erik, estelle, esther, etienne, eva, fabien, fabrice, fatima, \
    felix, fernando, florence, florian, francesca, francesco, francis, franck, francois, francoise, frank, \
    frederic, gabriel, gabriela, gaelle, geoffrey, george, georges, gerard, gerd, gilles, giovanni, giulia, \
    giuseppe, gregory, guillaume, guy, hans, harry, helene, henri, hugo, ibrahim, ines, irene, isabel, isabelle, \
    ivan, jack, jacqueline, jacques, jade, james, jan, jane, javier, jean, jeanne, jennifer, jeremy, jerome, \
    jessica, joan, joel, johan, johannes, john, jonas, jordan, jorge, jose, joseph, juan, julia, julian, julie, \
    julien, juliette, jurgen, justine, karim, karin, karine, katharina, kevin, klaus, laetitia, lara, laura, \
    laure, laurence, laurent, lea, lena, leo, leon, leonie, liam, lina, lisa, loic, louis, louise, luc, luca, \
    lucas, lucia, lucie, luis, luisa, lukas, madeleine, maeva, manon, manuel, marc, marcel, marco, marcus, \
    margaux, maria, marie, marine, mario, marion, mark, markus, marta, martin, martine, mary, mathieu, mathilde, \
    matteo, matthias, matthieu, maurice, max, maxime, melanie, mia, michael, michel, michele, miguel, mohamed, \
    monique, morgane, nadia, nadine, nathalie, nathan, nicolas, nicole, nina, noah, noemie, nora, oceane, oliver, \
    olivia, olivier, oscar, pablo, paola, paolo, pascal, patricia, patrick, paul, paula, pauline, pedro, peter, \
    petra, philipp, philippe, pierre, pieter, quentin, rachel, rafael, raphael, raymond, remi, rene, richard, \
    robert, roberto, robin, romain, rosa, sabine, sabrina, samir, samuel, sandra, sandrine, sara, sarah, \
    sebastien, serge, simon, sofia, sonia, sophia, sophie, stefan, stefano, stephane, stephanie, steven, sven, \
    sylvain, sylvie, theo, therese, thibault, thierry, thomas, tim, tom, ulrich, ursula, valentin, valerie, \
    vanessa, veronique, victor, victoria, vincent, virginie, walter, werner, william, wolfgang, xavier, yann, \
    yannick, yasmine, yves, zoe";

/// Words of organisations: who carries one is no person.
pub(super) const ORGANISATIONS: &str = "\
    agence, apotheke, assoc, association, assurance, assurances, atelier, ateliers, auto, autos, backerei, \
    bakkerij, bank, banque, boucherie, boutique, cabinet, caisse, centre, cie, club, coiffeur, coiffure, college, \
    commune, company, copropriete, cpam, dental, dentiste, ecole, editions, electricite, energie, entreprise, \
    epicerie, etablissements, ets, farmacia, fashion, fils, finances, fleuriste, fleurs, fondation, forno, \
    foundation, freres, friseur, group, groupe, gym, holding, hotel, house, immo, immobilier, institut, kitchen, \
    lycee, mairie, marche, market, menuiserie, mutuelle, office, optique, panaderia, payments, paysagiste, \
    peluqueria, pharmacie, plomberie, praxis, pressing, restaurant, ristorante, salon, school, sci, scp, service, \
    services, shop, societe, sport, sports, stadtwerke, store, studio, supermarket, syndic, syndicat, telecom, \
    traiteur, transports, travaux, tresor, universite, verein, ville";

/// Cities: the largest of each country, and the seats of large online shops.
pub(super) const CITIES: &str = "\
    aachen, aix en provence, amiens, amsterdam, angers, annecy, antibes, antwerpen, arnhem, asnieres, \
    aubervilliers, augsburg, avignon, barcelona, basel, bayonne, beauvais, belfort, berlin, bern, besancon, \
    beziers, bielefeld, bilbao, birmingham, bochum, bologna, bonn, bordeaux, boulogne, boulogne billancourt, \
    bourges, bremen, brest, bristol, bruges, brussels, bruxelles, caen, calais, cannes, cardiff, cergy, chambery, \
    charleroi, chicago, clermont ferrand, colmar, colombes, courbevoie, creteil, dallas, dijon, dortmund, dresden, \
    dublin, duisburg, dunkerque, dusseldorf, edinburgh, eindhoven, essen, evry, faches, firenze, frankfurt, \
    geneve, gennevilliers, genova, gent, glasgow, grenoble, groningen, haarlem, hamburg, hannover, houston, ivry, \
    karlsruhe, koeln, koln, la defense, la rochelle, lausanne, le havre, le mans, leeds, leicester, leipzig, \
    lesquin, leuven, levallois, levallois perret, liege, lille, limoges, lisboa, liverpool, london, lorient, los \
    angeles, luxembourg, lyon, madrid, malaga, manchester, mannheim, marseille, melbourne, metz, milano, monaco, \
    montpellier, montreal, montreuil, muenchen, mulhouse, munchen, munster, murcia, namur, nancy, nanterre, \
    nantes, napoli, neuilly, new york, newcastle, nice, nijmegen, nimes, niort, noisy le grand, nottingham, \
    nuernberg, nurnberg, orleans, oxford, palermo, paris, pau, perpignan, poitiers, porto, puteaux, quimper, \
    reims, rennes, roma, rotterdam, roubaix, rouen, rueil malmaison, saint denis, saint etienne, saint malo, saint \
    nazaire, san francisco, san jose, schiphol, seattle, sevilla, sheffield, singapore, southampton, st denis, st \
    etienne, strasbourg, stuttgart, suresnes, sydney, tilburg, torino, toronto, toulon, toulouse, tourcoing, \
    tours, troyes, utrecht, valence, valencia, valenciennes, vancouver, vannes, venezia, verona, versailles, \
    villeneuve d ascq, villeurbanne, vilnius, vitry, wien, wuppertal, zaragoza, zuerich, zurich";
