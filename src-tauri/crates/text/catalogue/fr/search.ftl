# Ce que dit une recherche, partie par partie, et pourquoi une partie ne se cherche pas.

asked-phrase = « { $words } »
asked-from = chez : { $name }
asked-account = compte : { $name }
asked-tag = #{ $tag }
asked-not = sauf { $what }

asked-has-receipt = avec reçu
asked-has-note = avec note
asked-has-tag = avec étiquette
asked-without-receipt = sans reçu
asked-without-note = sans note
asked-without-tag = sans étiquette

asked-is-refund = remboursement
asked-is-refunded = remboursé
asked-is-transfer = entre vos comptes
asked-is-pending = en attente
asked-is-in = argent reçu
asked-is-out = argent sorti
asked-is-cash = espèces notées
asked-is-fee = frais bancaires

asked-amount-over = plus de { $from }
asked-amount-at-least = { $from } ou plus
asked-amount-under = moins de { $until }
asked-amount-at-most = { $until } ou moins
asked-amount-between = de { $from } à { $until }

asked-days-since = depuis le { $from }
asked-days-until = jusqu’au { $until }
asked-days-between = du { $from } au { $until }
asked-months-between = { $from } à { $until }
asked-years-between = de { $from } à { $until }

asked-unknown-from = Aucune conversation ne s’appelle ainsi.
asked-unknown-account = Aucun compte ne s’appelle ainsi.
asked-unknown-tag = Aucune étiquette ne s’appelle ainsi.

asked-why-missing = Il manque ce qui est cherché.
asked-why-no-letters = Il n’y a ici ni lettre ni chiffre à chercher.
asked-why-no-such-day = Ce jour n’existe pas dans le calendrier.
asked-why-backwards = La fin est avant le début.
asked-why-not-a-day = Ce n’est pas une date. Essayez « mars 2024 », « hier » ou « 12/03/2024 ».
asked-why-not-an-amount = Ce n’est pas un montant. Essayez « 42,10 », « >100 » ou « 10..20 ».
asked-why-unknown-has = Après « avec: » vient reçu, note ou étiquette.
asked-why-unknown-is = Après « est: » vient remboursement, remboursé, transfert, attente, entrée, sortie, espèces ou frais.
