# Ce que `foil` dit aux gens. Les erreurs d'abord : error-<code d'ApiError en kebab-case>, chacune avec son .remedy ; la fenêtre les dit aussi.

## Erreurs

error-wrong-key = Cette phrase n’ouvre pas l’historique.
    .remedy = Vérifiez Verr. Maj et la langue du clavier, ou utilisez les vingt-quatre mots.
error-too-many-tries = Trop d’essais manqués.
    .remedy = Attendez une minute, puis réessayez.
error-wrong-word = Ce ne sont pas les vingt-quatre mots de cet historique.
    .remedy = Comparez chaque mot avec le papier, dans l’ordre.
error-weak-passphrase = Cette phrase est trop facile à deviner.
    .remedy = Prenez au moins douze caractères : quatre mots à vous suffisent.
error-damaged = L’historique est abîmé. Rien n’a été changé ni effacé.
    .remedy = Restaurez une sauvegarde : le fichier abîmé est gardé à côté.
error-too-new = Cet historique a été écrit par un Counterfoil plus récent.
    .remedy = Mettez Counterfoil à jour.
error-busy = Un autre programme utilise l’historique.
    .remedy = Attendez la fin de son import, ou fermez-le.
error-read-only = L’historique ne peut pas être modifié.
    .remedy = Vérifiez les droits de son dossier.
error-no-keyring = Le trousseau de cet ordinateur ne répond pas.
    .remedy = Utilisez la phrase secrète. Rien d’autre n’est perdu.
error-disk-full = Le disque est plein. Rien n’a été changé.
    .remedy = Faites de la place, puis réessayez.
error-locked = Counterfoil est verrouillé.
    .remedy = Ouvrez-le avec la phrase secrète.
error-not-found = Cela n’existe pas : { $found }.
    .remedy = Vérifiez le nom ou le numéro.
error-refused = C’est impossible : { $reason }.
    .remedy = Rien n’a été changé.
error-cancelled = Annulé. Rien n’a été changé.
    .remedy = Recommencez quand vous voulez.
error-broken = Counterfoil s’est trompé lui-même. Rien n’a été changé.
    .remedy = Dites à ses auteurs ce que vous faisiez. Vos données n’ont pas à figurer dans le rapport.

## Demandes

cli-prompt-passphrase = Phrase secrète :
cli-prompt-new-passphrase = Nouvelle phrase secrète :
cli-prompt-repeat-passphrase = La même encore une fois :
cli-prompt-phrase = Les vingt-quatre mots :
cli-prompt-confirm-erase = Pour confirmer, écrivez « effacer » :
cli-word-erase = effacer
cli-passphrases-differ = Les deux phrases diffèrent.

## foil init

cli-ledger-made = Historique créé dans { $ledger }.
cli-phrase-heading = Notez ces vingt-quatre mots sur papier. Ils sont montrés une seule fois.
cli-phrase-warning = Sans la phrase secrète et sans eux, personne ne peut ouvrir l’historique, pas même les auteurs de Counterfoil.

## foil check

cli-check-heading = { $file } : { $format }
cli-check-statement = { $account }, du { $from } au { $until }
cli-check-opening = Solde de départ : { $balance } ({ $date })
cli-check-closing = Solde de fin : { $balance } ({ $date })
cli-check-entries =
    { $count ->
        [one] { $count } opération
       *[other] { $count } opérations
    }
cli-check-no-balance = Ce relevé n’annonce pas de solde : rien à prouver.
cli-proof-holds = Prouvé : { $opening } plus { $count } opérations égale { $closing }.
cli-proof-broken = Écart de { $difference }.
cli-proof-walked = Prouvé : chaque solde annoncé le long des lignes découle du précédent.
cli-proof-broken-at = Les soldes annoncés le long des lignes ne se suivent plus à la ligne { $line }.
cli-proof-unstated = Non prouvé : aucun solde n’est annoncé.
cli-findings =
    { $count ->
        [one] { $count } constat
       *[other] { $count } constats
    }

## foil import

cli-import-heading = { $file } : import { $number }
cli-import-plan-heading = { $file } : rien n’est encore enregistré
cli-import-already = { $file } est déjà dans votre historique : rien de nouveau.
cli-import-twice = { $file } est le même fichier qu’un autre avant lui.
cli-import-in-doubt = { $file } laisse quelque chose à décider. Rien n’a été enregistré.
cli-import-in-doubt-remedy = Répondez avec --answer, ou acceptez ce qui est sûr avec --yes.
cli-import-new-account = Nouveau compte : { $account }
cli-import-left-out = Laissée de côté : ligne { $line }
cli-count-new =
    { $count ->
        [one] { $count } nouvelle
       *[other] { $count } nouvelles
    }
cli-count-receipts =
    { $count ->
        [one] { $count } reçu
       *[other] { $count } reçus
    }
cli-count-links =
    { $count ->
        [one] { $count } paiement avec son reçu
       *[other] { $count } paiements avec leurs reçus
    }
cli-count-known =
    { $count ->
        [one] { $count } déjà connue
       *[other] { $count } déjà connues
    }
cli-count-updated =
    { $count ->
        [one] { $count } complétée
       *[other] { $count } complétées
    }
cli-count-conflict =
    { $count ->
        [one] { $count } en conflit
       *[other] { $count } en conflit
    }
cli-count-unreadable =
    { $count ->
        [one] { $count } illisible
       *[other] { $count } illisibles
    }

## Questions

question-date-order = Qu’est-ce qui vient en premier dans ces dates, le jour ou le mois ?
question-decimal-sign = Quel signe sépare les décimales ?
question-sign = Les dépenses sont-elles écrites en négatif dans ce fichier ?
question-account = De quel compte est ce relevé ?
question-columns = Quelle colonne est laquelle ?
question-encoding = Comment les lettres de ce fichier sont-elles écrites ?
question-currency = Dans quelle monnaie est ce compte ?
question-kind = Est-ce un relevé ou un reçu ?
question-conflict = Laquelle de ces lignes est juste ?
question-password = Quel mot de passe ouvre ce fichier ?
cli-question-assumed = supposé : { $choice }

## foil history, accounts, balances

cli-history-heading = Opérations, la plus récente d’abord
cli-history-empty = Rien n’a encore été importé.
cli-history-undone = annulée
cli-undone = { $number } annulée.
cli-redone = { $number } refaite.
cli-accounts-empty = Pas encore de compte.
cli-balance = { $account } : { $balance } ({ $date })
cli-balance-movement = { $account } : { $movement } depuis le { $date }, aucun solde connu
cli-balance-proved = prouvé
cli-ask-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
    }
cli-search-none = Rien pour « { $query } ».
cli-search-understood = Recherche : { $query }
cli-search-problem = { $part } : { $problem }
cli-search-excerpt = { $document } : { $text }
cli-coverage-proved = prouvé
cli-coverage-unproved = non prouvé
cli-coverage-overlapping = dans plusieurs relevés
cli-coverage-missing = manquant
cli-coverage-accepted = manquant, introuvable
cli-timeline-gap = Aucun relevé du { $from } au { $until }
cli-timeline-gap-sum = { $gap } : les opérations absentes valent { $difference }
cli-timeline-note = Note : { $note }
cli-timeline-reminder = Rappel : { $note }
cli-timeline-reminder-done = Rappel, fait : { $note }
cli-chain-break = Le relevé précédent finit à { $expected }, celui-ci commence à { $stated } : { $difference }
cli-verify-ok = Tout concorde.

## foil : le dossier de l’historique, les clés, l’export

cli-no-ledger = Il n’y a pas d’historique dans { $ledger }.
    .remedy = Créez-en un avec `foil init`, ou nommez un autre dossier avec --ledger.
cli-no-folder = Ce système ne dit pas où les programmes gardent leurs données.
    .remedy = Nommez le dossier de l’historique avec --ledger.
cli-no-passphrase = L’historique demande sa phrase secrète, et il n’y a pas de terminal où la demander.
    .remedy = Donnez-la avec --passphrase-file ou --passphrase-fd, ou activez le trousseau.
cli-passphrase-unreadable = La phrase secrète ne peut pas être lue dans { $file } : { $reason }.
    .remedy = Vérifiez le fichier, ses droits, ou le numéro du descripteur.
cli-passphrase-set = La phrase secrète est choisie.
cli-keyring-on = Le trousseau ouvre maintenant l’historique.
cli-keyring-off = Le trousseau n’ouvre plus l’historique.
cli-print-locked = Laissé de côté : { $file } est protégé. Son mot de passe l’ouvre : --answer password=MOT
cli-backed-up = Sauvegardé, relu et vérifié : { $file }
cli-restored = Restauré. Comptes : { $accounts }, opérations : { $entries }.
cli-replaced = L’historique d’avant est gardé dans { $folder }.
cli-prompt-words = Les 24 mots :
cli-erase-ask = Ceci supprime { $ledger } et la clé qui l’ouvre, pour toujours. Pour confirmer, écrivez { $word } :
cli-erase-unconfirmed = Rien n’a été effacé.
    .remedy = Écrivez le mot demandé, ou ajoutez --yes.
cli-erased = Effacé : { $ledger }
cli-still-in-keyring = Le trousseau du système n’a pas répondu : il garde l’entrée « counterfoil ».
cli-exported = Écrit : { $file }
cli-import-refused = { $file } ne contient rien à importer. Rien n’a été enregistré.
cli-import-nothing = Il n’y a pas de fichier à importer.
cli-timeline-balance = Solde : { $balance }
cli-progress-reading = { $file } : lecture, { $percent } %
cli-progress-planning = { $file } : comparaison, { $percent } %
cli-progress-writing = { $file } : écriture, { $percent } %

cli-carrier-valid = { $number } : { $carrier }, sûr à { $confidence } %
cli-carrier-like = { $number } : ressemble à un numéro de { $carrier }, sans en être un à coup sûr
cli-carrier-unknown = { $number } : aucun transporteur connu
cli-carrier-others = ou bien : { $carriers }

## foil : justificatifs et colis

cli-receipts-none = Aucun justificatif n’attend son paiement.
cli-receipt-waiting = { $number }  { $title }, pas encore sur un relevé
cli-receipt-in-doubt = { $number }  { $title }, payé peut-être par l’une de ces opérations :
cli-receipt-candidate = opération { $number }
cli-deliveries-none = Rien n’est en route.
cli-parcel-expected = { $title } : arrive entre le { $from } et le { $until }
cli-parcel-expected-on = { $title } : arrive le { $from }
cli-parcel-delivered = { $title } : livré le { $date }
cli-parcel-unknown = { $title } : en route
cli-service-return = Retour possible jusqu’au { $date }
cli-service-guarantee = Garantie légale jusqu’au { $date }
cli-service-warranty = Garantie jusqu’au { $date }
cli-receipt-said = Noté, c’est l’opération { $number }.
cli-transfer = entre vos comptes
operation-link = Justificatif rattaché
operation-unlink = Justificatif détaché
operation-arrive = Colis arrivé
operation-await = Colis pas encore là
operation-pair-refund = Un remboursement et son achat vont ensemble
operation-part-refund = Un remboursement n’est pas de cet achat
operation-set-profile = Fichiers lus avec « { $first } »
operation-forget-profile = Modèle « { $first } » oublié
cli-check-receipt = { $merchant }, { $date }
cli-check-receipt-total = Total : { $total }
cli-check-receipt-order = Commande { $number }
cli-check-receipt-invoice = Facture { $number }
cli-check-expected = Attendu au plus tard le { $date }
cli-check-delivered = Livré le { $date }
cli-check-pickup = À retirer au plus tard le { $date }
cli-delivery-ordered = Commandé
cli-delivery-shipped = En route
cli-delivery-delayed = En retard
cli-delivery-out-for-delivery = En cours de livraison
cli-delivery-pickup-ready = À retirer
cli-delivery-delivered = Livré
cli-delivery-returned = Retourné ou annulé

## Modèles

cli-profiles-none = Aucun modèle n’est gardé. Répondre aux questions d’un fichier en fait un pour son en-tête.
cli-profile-columns = colonnes : { $columns }
cli-profile-dates = dates : { $dateOrder }
cli-profile-decimal = signe décimal : { $decimalSign }
cli-profile-sign = montants : { $sign }
cli-profile-encoding = encodage : { $encoding }
cli-profile-delimiter = champs séparés par : { $delimiter }
cli-profile-skip-end = lignes laissées de côté à la fin : { $count }
cli-profile-out-words = mots pour les sorties d’argent : { $words }
cli-profile-currency = monnaie : { $currency }
cli-profile-account = compte : { $account }
cli-profile-exported = « { $name } » est écrit dans { $file }. Il ne nomme ni compte ni personne.
cli-profile-imported = « { $name } » est gardé.
cli-profile-exists = { $file } existe déjà.
    .remedy = Nommez un autre fichier.

## foil fees

cli-fees-none = Pas de frais de banque connus.
cli-fees-none-in = Pas de frais de banque connus en { $year }.
cli-fees-year = { $year }, jusqu’au { $day } : { $money }
cli-fees-more = { $money } de plus qu’en { $year } à la même date
cli-fees-less = { $money } de moins qu’en { $year } à la même date
cli-fees-same = autant qu’en { $year } à la même date

## foil : ce que dit l’historique

cli-alerts-none = Rien à vérifier.
cli-alert-double-minutes =
    { $minutes ->
        [0] Deux débits identiques de { $money } dans la même minute
        [one] Deux débits identiques de { $money } à { $minutes } minute d’écart
       *[other] Deux débits identiques de { $money } à { $minutes } minutes d’écart
    }
cli-alert-double-day = Deux débits identiques de { $money } le même jour
cli-alert-missed = Attendu et pas venu : { $money }
cli-recurring-none = Rien ne revient encore régulièrement.
cli-charge = { $name }  { $money } { $rhythm }, prochain le { $next }
cli-charge-about = { $name }  environ { $money } { $rhythm }, prochain le { $next }
cli-charge-ended = { $name }  { $money } { $rhythm }, plus rien depuis le { $last }
cli-price-change = Passe de { $from } à { $to }
cli-timeline-expected = { $money }  { $name } (prévu, pas encore sur un relevé)
operation-answer-alert = Réponse à une alerte
