# Ce que répond l'historique à une question. Montants et dates arrivent écrits ; ce qui est vide disparaît avec son espace.

answer-whom-out = chez { $name }
answer-whom-in = par { $name }
answer-whom-category = dans la catégorie { $name }
answer-whom-account = sur { $name }
answer-whom-tag = avec #{ $name }
answer-whom-words = pour « { $name } »
answer-whom-payment = en { $name }
answer-whom-amount = ({ $name })
answer-and = { $first } et { $second }

answer-payment-fee = frais bancaires
answer-payment-interest = intérêts
answer-payment-cash = retraits d’espèces
answer-payment-card = paiements par carte
answer-payment-salary = salaires
answer-payment-cheque = chèques
answer-payment-directDebit = prélèvements
answer-payment-transfer = virements

answer-when-day = le { $day }
answer-when-month = en { $month }
answer-when-year = en { $year }
answer-when-days = du { $from } au { $until }
answer-when-months = de { $from } à { $until }
answer-when-years = de { $from } à { $until }
answer-when-since = depuis le { $from }
answer-when-until = jusqu’au { $until }
answer-when-ever = depuis le début

answer-days-of-month = { $from } – { $until }
answer-ever = depuis le début

answer-sum-out = { $lead ->
    [yes] { $figure ->
        [one] dépensé
       *[other] dépensés
        } { $whom } { $when }
   *[no] { $whom } { $when }
    }, { $count ->
    [one] en un paiement
   *[other] en { $count } paiements
    }
answer-sum-in = { $lead ->
    [yes] { $figure ->
        [one] reçu
       *[other] reçus
        } { $whom } { $when }
   *[no] { $figure ->
        [one] versé
       *[other] versés
        } { $whom } { $when }
    }, { $count ->
    [one] en un versement
   *[other] en { $count } versements
    }
answer-sum-net = entrées moins sorties, { $whom } { $when }
answer-average-week = par semaine en moyenne, { $whom } { $when }
answer-average-month = par mois en moyenne, { $whom } { $when }
answer-average-year = par an en moyenne, { $whom } { $when }
answer-count-out = { $count ->
    [one] paiement
   *[other] paiements
    } { $whom } { $when }
answer-count-in = { $count ->
    [one] versement
   *[other] versements
    } { $whom } { $when }
answer-count-net = { $count ->
    [one] opération
   *[other] opérations
    } { $whom } { $when }
answer-last-out = dernier paiement { $whom } { $when }, le { $day }
answer-last-in = dernier versement { $whom } { $when }, le { $day }
answer-last-net = dernière opération { $whom } { $when }, le { $day }
answer-first-out = premier paiement { $whom } { $when }, le { $day }
answer-first-in = premier versement { $whom } { $when }, le { $day }
answer-first-net = première opération { $whom } { $when }, le { $day }
answer-largest-out = plus gros paiement { $whom } { $when }, le { $day }
answer-largest-in = plus gros versement { $whom } { $when }, le { $day }
answer-largest-net = plus gros montant { $whom } { $when }, le { $day }
answer-smallest-out = plus petit paiement { $whom } { $when }, le { $day }
answer-smallest-in = plus petit versement { $whom } { $when }, le { $day }
answer-smallest-net = plus petit montant { $whom } { $when }, le { $day }
answer-by = { $sentence }, { $name }
answer-refund = { $figure ->
    [one] remboursé
   *[other] remboursés
    } { $whom } { $when }, { $count ->
    [one] en une fois
   *[other] en { $count } fois
    }
answer-held = sur { $name } au { $day }
answer-held-many = { $count } comptes, chacun à sa date
answer-parcels = { $count ->
    [one] un colis
   *[other] { $count } colis
    } { $whom }

answer-nothing = Rien { $whom } { $when }.
answer-nothing-average = Pas de moyenne { $whom } { $when } : { $per ->
    [week] aucune semaine entière n’y est à la fois écoulée et couverte
    [year] aucune année entière n’y est à la fois écoulée et couverte
   *[other] aucun mois entier n’y est à la fois écoulé et couvert
    } par les relevés.
answer-nothing-refund = Rien de remboursé { $whom } { $when }.
answer-nothing-held = Aucun relevé n’annonce de solde, et vous n’en avez fixé aucun.
answer-nothing-parcel = Aucun colis { $whom } dans ce que vous avez déposé.

answer-parcel-arrived = arrivé le { $day }
answer-parcel-arrived-unknown = arrivé
answer-parcel-returned = retourné
answer-parcel-between = arrive entre le { $from } et le { $until }
answer-parcel-on = arrive le { $until }
answer-parcel-late = en retard, attendu le { $until }
answer-parcel-pickup = à retirer jusqu’au { $until }
answer-parcel-ready = à retirer
answer-parcel-unknown = en route, sans date annoncée

answer-unknown = Je n’ai pas compris « { $words } ». Essayez une date, un marchand ou un montant.
answer-unknown-all = Je n’ai pas compris cette question. Essayez une date, un marchand ou un montant.
answer-several = Plusieurs noms vont avec « { $words } ». Lequel ?

answer-gap = Il manque le relevé du { $from } au { $until }.
answer-gap-account = Il manque le relevé de { $account } du { $from } au { $until }.
answer-known-until = Les relevés vont jusqu’au { $day }.
answer-known-until-account = Les relevés de { $account } vont jusqu’au { $day }.
answer-proved = { $vowel ->
    [yes] relevé d’{ $month } prouvé
   *[no] relevé de { $month } prouvé
    }
answer-proved-days = relevés prouvés

answer-chip-everybody = tous les marchands
answer-chip-out = sorties
answer-chip-in = entrées
answer-chip-net = les deux
answer-chip-per-none = sans détail
answer-chip-per-week = par semaine
answer-chip-per-month = par mois
answer-chip-per-year = par an
answer-chip-per-counterparty = par marchand

answer-follow-month = et en { $month } ?
answer-follow-week = par semaine
answer-follow-by-month = par mois
answer-follow-largest = le plus gros achat
answer-follow-whom = par marchand
answer-follow-this-year = et cette année ?
answer-follow-total = combien en tout ?
