### La fenêtre. Les clés vont par écran ; `$count` choisit le pluriel, `$n` est le même nombre, écrit.

## Common words

close = Fermer
cancel = Annuler
save = Enregistrer
edit = Modifier
back = Retour
continue = Continuer
show = Voir
hide = Masquer
retry = Réessayer
stop = Arrêter
ok = OK
copy = Copier
copied = Copié
print = Imprimer
later = Plus tard
never = Jamais
begin = Commencer
percent = { $n } %
minutes = { $n } min
key-control = Ctrl
key-shift = Maj
key-enter = Entrée
key-space = Espace
account = Compte
conversations = Conversations
entries =
    { $count ->
        [one] { $n } opération
       *[other] { $n } opérations
    }
rows =
    { $count ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
line = Ligne { $line } :
from-until = du { $from } au { $until }
until-day = jusqu’au { $day }
of-month =
    { $vowel ->
        [yes] d’{ $month }
       *[no] de { $month }
    }

## Rail

rail = Navigation principale
rail-conversations = Conversations
rail-search = Rechercher
rail-import = Importer un fichier
rail-history = Historique
rail-hide-amounts = Masquer les montants
rail-show-amounts = Montrer les montants
rail-lock = Verrouiller
rail-settings = Réglages

## Conversation list

filters = Filtrer les conversations
filter-all = Tout
filter-accounts = Comptes
filter-merchants = Marchands
filter-unread = Non lus
pinned = Épinglés
unread =
    { $count ->
        [one] { $n } non lu
       *[other] { $n } non lus
    }
balance-as-of = au { $day }
movement-since = mouvement depuis le { $day }
movement = mouvement
spoken-out = payé
spoken-in = reçu
empty-unread = Tout est lu
empty-filter = Rien ici
empty-filter-all = Voir tout
empty-list = Aucun relevé
empty-list-hint = Vos comptes et vos marchands apparaîtront ici.
import-file = Importer un fichier
account-type-current = Compte courant
account-type-savings = Épargne
account-type-card = Carte
account-type-cash = Espèces
account-type-loan = Prêt
account-type-investment = Placement
account-type-other = Autre compte

## Search

search = Rechercher partout
search-clear = Effacer la recherche
search-results = Résultats
search-commands = Commandes
search-found =
    { $count ->
        [0] Aucun résultat
        [one] { $n } résultat
       *[other] { $n } résultats
    }
search-found-more = Les { $n } résultats les plus récents. Précisez pour voir les autres.
search-nothing = Rien pour « { $query } »
search-kind-entry = Opérations
search-kind-receipt = Reçus
search-kind-note = Notes
search-kind-conversation = Conversations
search-kind-mail = Texte des e-mails
search-kinds = Sortes de résultats
search-title = Recherche
search-begin = Cherchez dans tout l’historique
search-here = sur cet ordinateur.
search-sum = Opérations trouvées :
search-sum-without-transfers = Opérations trouvées, hors virements entre vos comptes :
search-sum-expected = Attendu :
search-all = Voir tout dans la recherche
search-note-of = Note, conversation { $name }
search-place = Dans la conversation
search-more-conversation =
    { $count ->
        [one] { $n } autre conversation
       *[other] { $n } autres conversations
    }
search-more-entry =
    { $count ->
        [one] { $n } autre opération
       *[other] { $n } autres opérations
    }
search-more-receipt =
    { $count ->
        [one] { $n } autre reçu
       *[other] { $n } autres reçus
    }
search-more-note =
    { $count ->
        [one] { $n } autre note
       *[other] { $n } autres notes
    }
search-more-mail =
    { $count ->
        [one] { $n } autre e-mail
       *[other] { $n } autres e-mails
    }
search-precise = Précisez
search-part-amount = >20 €
search-sort-amount = montant
search-part-from = chez:
search-sort-from = marchand
search-part-account = compte:
search-sort-account = compte
search-part-days = mars { $year }
search-sort-days = date
search-part-tag = #maison
search-sort-tag = étiquette
search-part-without = sans:reçu
search-sort-without = manque
search-hint = Essayez un marchand, un mot du libellé, un montant ou une date.
search-chips = Ce qui est compris
search-remove = Retirer « { $part } »
search-in = dans { $file }
search-has-receipt = avec reçu
search-waiting = pas encore sur un relevé
search-parcel = Colis
search-wider = Aucun résultat avec tous ces critères à la fois.
search-without-days = Chercher sans la date
search-everywhere = Chercher partout
search-teach = Cherchez un mot, ou précisez :
search-examples = Exemples
search-example-amount = >20 €
search-means-amount = montant, en plus ou en moins
search-example-range = 10,50..20
search-means-range = entre deux montants
search-example-from = chez:marché
search-means-from = marchand ou personne
search-example-account = compte:courant
search-means-account = un de vos comptes
search-example-days = la semaine dernière
search-means-days = jour, mois, année, période
search-example-tag = #maison
search-means-tag = étiquette
search-example-without = sans:reçu
search-means-without = ce qui manque
search-example-is = est:remboursement
search-means-is = remboursement, sortie, frais…

## Timeline

timeline = Fil de la conversation
timeline-empty = Aucune opération dans cette conversation.
amounts-hidden = Montants masqués
amounts-show = Montrer
to-end = Aller à la fin
to-end-day = Jusqu’au { $day }
unread-marker = Non lus
arrived =
    { $count ->
        [one] { $n } nouvelle
       *[other] { $n } nouvelles
    }
entry-menu = Que faire de cette opération
open-conversation = Ouvrir { $name }
choose-entry = Choisir
choose-not = Ne plus choisir
choose-none = Ne plus rien choisir
chosen-entries = Opérations choisies
copy-entries =
    { $count ->
        [one] Copier
       *[other] Copier les { $n } opérations
    }
copy-csv =
    { $count ->
        [one] Copier en CSV
       *[other] Copier les { $n } en CSV
    }
copied-entries =
    { $count ->
        [one] { $n } opération copiée
       *[other] { $n } opérations copiées
    }
copy-failed = Le presse-papiers n’a pas répondu. Rien n’est copié.
csv-date = Date
csv-time = Heure
csv-account = Compte
csv-name = Nom
csv-text = Libellé
csv-amount = Montant
csv-currency = Devise
go-to-month = Aller à un mois
year-before = Année précédente
year-after = Année suivante
choose-conversation = Choisissez une conversation
choose-conversation-lead = ou déposez un relevé n’importe où dans la fenêtre.
empty-drop-title = Déposez un premier relevé
empty-drop-lead = N’importe où dans la fenêtre. Rien n’est enregistré avant votre accord en cas de doute, et tout peut être annulé.
choose-file = Choisir un fichier
try-sample = Essayer avec des données d’exemple
card = Carte { $ending }
original-amount = soit { $money }
status-pending = pas encore comptabilisé
status-info = pour information, non compté
verb-paid = payé
verb-sent = viré
verb-debited = prélevé
verb-withdrawn = retiré
verb-cheque = chèque
verb-fee = frais
verb-interest = intérêts
verb-refunded = remboursé
verb-deposited = déposé
verb-salary = salaire
verb-received = reçu
verb-pending = en attente
verb-info = noté
spoken-money-out = { $money } à { $name }
spoken-money-in = { $money } de { $name }
type-card = Paiement par carte
type-transfer = Virement
type-directDebit = Prélèvement
type-cash = Espèces
type-cheque = Chèque
type-fee = Frais bancaires
type-interest = Intérêts
type-salary = Salaire
type-refund = Remboursement
type-other = Opération
balance-opening = Solde d’ouverture
balance-closing = Solde de clôture
balance-available = Solde disponible
balance-interim = Solde annoncé
balance-user = Solde indiqué par vous
verb-expected = attendu
verb-refund-expected = remboursement attendu
waiting-for-statement = pas encore sur un relevé
order-number = Commande { $order }
receipt-inside = Ce qu’il dit
receipt-read-mails =
    { $count ->
        [one] E-mail lu sur cet ordinateur
       *[other] { $n } e-mails · lus sur cet ordinateur
    }
receipt-read-documents =
    { $count ->
        [one] Document lu sur cet ordinateur
       *[other] { $n } documents · lus sur cet ordinateur
    }
receipt-lines =
    { $count ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
receipt-tax = TVA { $rate } %
receipt-tax-of = dont TVA { $rate } %
receipt-rest = Livraison et autres frais
receipt-off = Remises
receipt-total = Total
receipt-equal = Identique au débit bancaire
receipt-equal-credit = Identique au crédit bancaire
receipt-differs = Écart de { $money } avec le débit bancaire
transfer-to = Vers { $account }
transfer-from = Depuis { $account }
between-accounts = Entre vos comptes
refund-of = Achat du { $day }
cost-in-the-end = a coûté { $money } au final
go-to-purchase = Voir l’achat du { $day }
both-entries = les deux écritures
go-to-twin = La voir sur { $account }
transfer-section = Entre vos comptes
transfer-other = { $account }, le { $day }
transfer-by-you = Vous l’avez dit
transfer-why = Pourquoi : { $reasons }
transfer-reason-account-number = numéro de compte
transfer-reason-account-name = nom du compte
transfer-reason-words = mots d’un virement
transfer-reason-same-day = même jour
transfer-reason-stated-amount = montants annoncés
transfer-arrived-as = { $money } là-bas
transfer-part = Pas le même argent
transfer-pair = Le même argent
transfer-confirm = C’est bien ça
transfer-question = Peut-être le même argent, entre vos comptes :
transfer-paired = Un seul virement, entre vos comptes
transfer-parted = Deux opérations distinctes
your-note = Votre note :
delivery-between = Arrive entre le { $from } et le { $until }
delivery-on = Arrive le { $day }
delivery-unknown = Date d’arrivée inconnue
delivery-unknown-of = { $name } : date d’arrivée inconnue
delivery-late = en retard
delivered-on = Livré { $day }
delivered-early =
    { $count ->
        [one] Livré { $day }, un jour avant la date annoncée
       *[other] Livré { $day }, { $n } jours avant la date annoncée
    }
delivered-late =
    { $count ->
        [one] Livré { $day }, un jour après la date annoncée
       *[other] Livré { $day }, { $n } jours après la date annoncée
    }
step-ordered = Commandé
step-shipped = Expédié
step-onTheWay = En livraison
step-delivered = Livré
step-state-done = fait
step-state-now = en cours
step-state-toCome = à venir
day-range = { $from } – { $until }
from-email = D’après l’e-mail du { $day }
from-receipt = D’après le reçu du { $day }
gap-title = Il manque du { $from } au { $until }
gap-add = Ajouter le relevé
gap-accept = Je ne l’ai pas
gap-accepted = { $what }, relevé introuvable
gap-is-accepted = Ce relevé ne vous sera plus demandé.
return-today = Retour possible jusqu’à ce soir
return-until = Retour possible jusqu’au { $day }
guarantee-until = Garantie légale jusqu’au { $day }
delivered-since = livré le { $day }
proof-holds = Relevé { $period } prouvé
proof-broken = Relevé { $period } : un écart
proof-unstated = Relevé { $period }
chain-break = Le relevé précédent finit à { $expected }, celui-ci commence à { $stated } : { $difference }
proof-nothing-to-prove = Ce relevé n’annonce pas de solde : rien à prouver.
proof-other-format = En OFX, CAMT ou MT940, il en annoncerait d’ordinaire un.
proof-nothing-before = Il finit à { $closing }, mais rien ne dit ce qu’il y avait avant. Avec le relevé d’avant, ou le solde de la veille, il pourra être prouvé.
proof-apart = { $known } le { $day } et les opérations connues depuis ne mènent pas à { $closing } : il manque { $missing }.
proof-led-later = Il finit à { $closing } sans dire par quoi il commence : il sera prouvé si l’historique sait ce qu’il y avait avant, et si le compte y est.
proof-add-before = Ajouter le relevé d’avant
proof-say-balance = Donner le solde
proof-sentence-holds =
    { $count ->
        [one] { $opening } plus { $n } opération égale { $closing }, prouvé
       *[other] { $opening } plus { $n } opérations égale { $closing }, prouvé
    }
proof-sentence-broken =
    { $count ->
        [one] { $opening } plus { $n } opération ne donne pas { $closing }
       *[other] { $opening } plus { $n } opérations ne donnent pas { $closing }
    }
proof-opening = solde au { $day }
proof-closing = annoncé au { $day }
proof-movements = { $in } et { $out }
proof-off = Écart de { $money }.
proof-off-line = Écart de { $money } : à partir de la ligne { $line }.
proof-of = Preuve du solde, { $account }
import-of = Import de { $file }
import-added =
    { $count ->
        [0] rien de nouveau
        [one] { $n } opération ajoutée
       *[other] { $n } opérations ajoutées
    }
import-updated =
    { $count ->
        [one] { $n } complétée
       *[other] { $n } complétées
    }
import-known =
    { $count ->
        [one] { $n } déjà connue
       *[other] { $n } déjà connues
    }
import-unreadable =
    { $count ->
        [one] { $n } illisible
       *[other] { $n } illisibles
    }
import-busy = Un import est déjà en cours. Déposez ces fichiers ensuite.
import-undo = Annuler l’import de { $file }

## Header

header-entries =
    { $count ->
        [one] { $n } opération
       *[other] { $n } opérations
    }
header-entries-since =
    { $count ->
        [one] { $n } opération depuis { $year }
       *[other] { $n } opérations depuis { $year }
    }
header-statements =
    { $count ->
        [one] { $n } relevé
       *[other] { $n } relevés
    }, { $provedCount ->
        [0] aucun prouvé
        [one] { $proved } prouvé
       *[other] { $proved } prouvés
    }
spent-in-year =
    { $count ->
        [one] dépensé en { $year }
       *[other] dépensés en { $year }
    }
received-besides =
    { $count ->
        [one] { $money } reçu
       *[other] { $money } reçus
    }
received-in-year =
    { $count ->
        [one] reçu en { $year }
       *[other] reçus en { $year }
    }
account-edit = Nom, type et solde du compte
account-broken = le dernier relevé a un écart
sparkline-sentence =
    { $count ->
        [one] Un mois avec des opérations : { $month }, { $money }.
       *[other] { $n } mois avec des opérations sur douze. Le plus fort : { $month }, { $money }.
    }
sparkline-hidden = Opérations par mois, montants masqués.
sparkline-lacking =
    { $count ->
        [one] Un relevé manque : { $months }.
       *[other] Des relevés manquent : { $months }.
    }
sparkline-month = { $month } : { $money }
curve-sentence = Solde du { $from } au { $until } : au plus bas { $low } le { $lowDay }, au plus haut { $high } le { $highDay }.
curve-hidden = Solde du { $from } au { $until }, montants masqués.
month-proved = prouvé
coverage-gap = relevé manquant
coverage-accepted = relevé introuvable
coverage = Relevés par mois
coverage-overlapping = plusieurs relevés
coverage-unproved = non prouvé

## Details

details = Détails
details-close = Fermer les détails
details-nothing = Choisissez une opération.
chart-in = entrées
chart-out = sorties
chart-month = Mois
chart-balance = Solde
chart-entries = Opérations
figures-months = Entrées et sorties, douze mois
figures-in = Entré
figures-out = Sorti
heat-caption = Jours avec des opérations
heat-hidden = Les jours avec des opérations sont masqués avec les montants.
heat-less = moins
heat-more = plus
paid-to = Payé à { $name }
received-from = Reçu de { $name }
paid-to-by-card = Payé à { $name }, carte { $ending }
received-from-by-card = Reçu de { $name }, carte { $ending }
entry-raw = Texte de la banque
field-name = Nom
field-payer = Payeur
field-payee = Bénéficiaire
field-payer-behind = Payé pour
field-payee-behind = Reçu pour
field-bank = Banque de la contrepartie
field-ordered-by = Demandé par
field-wording = Libellé
field-message = Motif
field-more = Précisions
field-reference = Référence
field-purpose = Objet
field-fees = Frais
field-returned = Raison du rejet
field-address = Adresse
field-category = Catégorie
entry-dates = Dates
date-transaction = Opération
date-booking = Comptabilisation
date-value = Valeur
entry-parties = Contrepartie
entry-name = Nom
entry-counterparty-account = Son compte
entry-account = Votre compte
entry-type = Moyen
entry-original = Montant d’origine
entry-rate = Taux de change
rate-stated = { $rate }, tel qu’annoncé
entry-balance-after = Solde après
entry-references = Références
entry-reference = Banque
entry-end-to-end = De bout en bout
entry-mandate = Mandat
provenance = Provenance
provenance-file = Fichier
provenance-line = Ligne
provenance-format = Format
provenance-imported = Importé
provenance-hash = Empreinte

## Dropping files

drop-anywhere = Déposez n’importe où
drop-lead = Relevés de toutes vos banques, ensemble, dans n’importe quel ordre. Au moindre doute, vous vérifiez avant l’enregistrement.
drop-originals-stay = Les originaux restent où ils sont.
drop-nothing-leaves = Rien ne quitte cet ordinateur.
progress = Travail en cours
progress-reading = Lecture
progress-planning = Comparaison
progress-writing = Enregistrement
toasts = Messages
toast-undo = Annuler
toast-redo = Rétablir
toast-retry = Réessayer
toast-imported =
    { $count ->
        [one] { $n } opération importée
       *[other] { $n } opérations importées
    }
toast-imported-proved =
    { $count ->
        [one] { $n } opération importée, tout est prouvé
       *[other] { $n } opérations importées, tout est prouvé
    }
toast-nothing-new = Rien de nouveau : tout était déjà là.
toast-undone = Opération annulée
toast-redone = Opération rétablie

## Review before an import

review-title = Vérifier avant d’importer
review-files =
    { $count ->
        [one] { $n } fichier déposé.
       *[other] { $n } fichiers déposés.
    }
nothing-saved-yet = Rien n’est enregistré avant votre accord.
review-files-list = Fichiers
review-add-files = Ajouter des fichiers
review-filters = Filtrer les lignes
review-open-questions =
    { $count ->
        [one] Encore { $n } question sans réponse.
       *[other] Encore { $n } questions sans réponse.
    }
review-nothing-new = Rien de nouveau dans ces fichiers.
review-undoable = Chaque import peut être annulé, maintenant ou plus tard.
import-entries =
    { $count ->
        [one] Importer { $n } opération
       *[other] Importer { $n } opérations
    }
import-known-files = Garder le fichier, rien de nouveau
import-updates =
    { $count ->
        [one] Compléter { $n } opération
       *[other] Compléter { $n } opérations
    }
file-left-out = laissé de côté
file-leave-out = Laisser ce fichier de côté
file-questions =
    { $count ->
        [one] { $n } question
       *[other] { $n } questions
    }
file-rows-to-see =
    { $count ->
        [one] { $n } ligne à voir
       *[other] { $n } lignes à voir
    }
file-nothing-new = rien de nouveau
file-off = un écart
file-proved = prouvé
file-ready = prêt
file-already = Déjà importé le { $day }
file-already-long = Exactement ce fichier a déjà été importé le { $day }.
file-unknown = Format inconnu
file-unknown-long = Counterfoil ne sait pas lire ce fichier. Il est laissé de côté.
count-new =
    { $count ->
        [one] { $n } nouvelle
       *[other] { $n } nouvelles
    }
count-updated =
    { $count ->
        [one] { $n } complétée
       *[other] { $n } complétées
    }
count-known =
    { $count ->
        [one] { $n } déjà connue
       *[other] { $n } déjà connues
    }
count-conflict =
    { $count ->
        [one] { $n } conflit
       *[other] { $n } conflits
    }
count-unreadable =
    { $count ->
        [one] { $n } illisible
       *[other] { $n } illisibles
    }
state-new = nouvelle
state-updated = complétée
state-known = déjà connue
state-conflict = conflit
state-unreadable = illisible
column-state = État
column-line = Ligne
column-date = Date
column-text = Libellé du fichier
column-conversation = Conversation
column-amount = Montant
review-known-rows =
    { $count ->
        [one] { $n } ligne déjà dans votre historique, laissée telle quelle
       *[other] { $n } lignes déjà dans votre historique, laissées telles quelles
    }
review-more-rows =
    { $count ->
        [one] Voir { $n } ligne de plus
       *[other] Voir { $n } lignes de plus
    }
review-left-out =
    { $count ->
        [one] { $n } ligne est laissée de côté : elle reste supprimée dans l’historique et peut être rétablie.
       *[other] { $n } lignes sont laissées de côté : elles restent supprimées dans l’historique et peuvent être rétablies.
    }
review-take-all = Prendre toutes les lignes
review-take-shown = Prendre toutes les lignes affichées
state-left-out = laissée
review-correct-date = Corriger la date
review-correct-amount = Corriger le montant
review-correct-line = Corriger la ligne
review-correct-instead = À lire à la place de « { $found } »
review-correct-missing = À lire ici
review-correct-read = Relire
review-newcomer = nouveau
review-corrected = Corrigé par vous : { $text }
review-correct-undo = Rétablir
conflict-title =
    { $count ->
        [one] { $n } ligne est peut-être déjà dans votre historique
       *[other] { $n } lignes sont peut-être déjà dans votre historique
    }
conflict-why = Même montant et mots proches à trois jours près, dans deux fichiers qui couvrent tous deux ces jours : deux mouvements figureraient dans chacun.
conflict-held = Dans votre historique
conflict-file = Dans { $file }
conflict-place = { $file }, ligne { $line }
conflict-days-later =
    { $count ->
        [one] { $n } jour plus tard
       *[other] { $n } jours plus tard
    }
conflict-days-earlier =
    { $count ->
        [one] { $n } jour plus tôt
       *[other] { $n } jours plus tôt
    }
conflict-more =
    { $count ->
        [one] Voir { $n } autre ligne
       *[other] Voir les { $n } autres lignes
    }
choice-conflict-different-hint = deux mouvements
choice-conflict-same-hint = un seul, au jour déjà connu
review-proved = Prouvé : le compte est juste.
severity-error = Erreur :
severity-warning = Attention :
severity-info = Pour information :
question-choose = À choisir
ask-dateOrder = Dates
ask-decimalSign = Décimales
ask-sign = Signes
ask-account = Vers le compte
ask-columns = Colonnes
ask-encoding = Encodage
ask-currency = Devise
ask-kind = Format du fichier
ask-conflict = Doublons
ask-password = Mot de passe du fichier
ask-other = À préciser
choice-dateOrder-dmy = jour/mois/année
choice-dateOrder-mdy = mois/jour/année
choice-dateOrder-ymd = année/mois/jour
choice-decimalSign-comma = virgule (12,50)
choice-decimalSign-point = point (12.50)
choice-sign-asPrinted = comme dans le fichier
choice-sign-inverted = inversés : dépenses en positif
choice-account-new = Nouveau compte
choice-conflict-different = garder les deux
choice-conflict-same = n’en garder qu’une
choice-column = colonne { $n }
question-assumed = supposé

## The mapping step

mapping-title = Que disent les colonnes ?
mapping-unknown = { $file } a un en-tête encore inconnu. Vos réponses serviront aux prochains fichiers.
mapping-known = { $file } est lu avec le modèle « { $profile } ».
mapping-open = Changer la lecture
mapping-steps = Étapes
mapping-step-files = Fichiers
mapping-step-columns = Colonnes
mapping-step-review = Vérification
mapping-table = Lignes du fichier
mapping-role-of = Rôle de la colonne { $header }
mapping-around = autour du tableau
mapping-more-lines =
    { $count ->
        [one] { $n } autre ligne
       *[other] { $n } autres lignes
    }
mapping-delimiter = Séparateur
delimiter-1 = point-virgule
delimiter-2 = virgule
delimiter-3 = tabulation
delimiter-4 = barre verticale
delimiter-5 = tilde
delimiter-6 = accent circonflexe
encoding-windows-1252 = Windows-1252 (Europe de l’Ouest)
encoding-iso-8859-15 = ISO 8859-15 (avec €)
encoding-iso-8859-2 = ISO 8859-2 (Europe centrale)
encoding-windows-1250 = Windows-1250 (Europe centrale)
encoding-windows-1251 = Windows-1251 (cyrillique)
encoding-macintosh = Mac (ancien)
mapping-header = En-tête
mapping-no-header = aucun
mapping-header-line = ligne { $n }
mapping-skip-end = Lignes de fin à ignorer
mapping-profile = Modèle
mapping-profile-auto = d’après l’en-tête
mapping-profile-none = aucun
mapping-by-proof = le fichier le prouve
mapping-by-usual = deviné d’après le reste du fichier
mapping-by-nothing = à confirmer
mapping-by-answer = votre réponse
mapping-by-profile = d’après « { $name } »
mapping-invert = Inverser les signes
mapping-invert-hint = Pour un fichier qui note les dépenses en positif.
mapping-out-words = Mots qui veulent dire « sortie »
mapping-out-words-known = les mots connus : D, débit, Soll…
mapping-twice = Deux colonnes ont le même rôle. Une ligne n’en a qu’une.
mapping-lacks-date = Aucune colonne ne donne le jour.
mapping-lacks-amount = Aucune colonne ne donne le montant.
mapping-balance = Solde recalculé sur { $n } pas sur { $of }.
mapping-balance-good = Les colonnes de montants sont les bonnes, les signes aussi.
mapping-balance-off = Une colonne ou un signe ne va pas, ou des lignes manquent.
mapping-day = { $example } est lu comme le { $day }.
mapping-day-decided = La ligne { $line } le tranche : { $printed } n’a qu’une lecture.
mapping-day-open = Aucune ligne ne le tranche. Si c’est un autre jour, changez « Dates ».
mapping-preview = Ce que vous verrez
mapping-preview-none = Rien ne se lit encore ainsi.
mapping-line = ligne { $n }
mapping-out = sorti
mapping-in = entré
mapping-name = Nom du modèle
mapping-remember = Reconnaître ce modèle la prochaine fois
mapping-remember-hint = Le même en-tête ne posera plus de question.
mapping-read-all =
    { $count ->
        [0] Aucune opération lue.
        [one] { $n } opération lue, aucune ligne en échec.
       *[other] { $n } opérations lues, aucune ligne en échec.
    }
mapping-read-some = Opérations lues : { $n }. Lignes en échec : { $bad }.
mapping-verify =
    { $count ->
        [one] Vérifier { $n } opération
       *[other] Vérifier { $n } opérations
    }
role-booking-date = Date
role-transaction-date = Opération
role-value-date = Valeur
role-text = Libellé
role-counterparty = Nom
role-amount = Montant
role-debit = Sortie
role-credit = Entrée
role-indicator = Sens
role-balance = Solde
role-currency = Devise
role-reference = Référence
role-code = Type
role-fee = Frais
role-account = Compte
role-counterparty-account = Compte de l’autre
role-ignored = Ignorée
role-time = Heure
role-status = État
role-original-amount = Montant d’origine
role-original-currency = Devise d’origine
role-rate = Taux
role-payer = Payeur
role-account-name = Nom du compte
role-bank-id = Code banque
role-end-to-end-id = Réf. de bout en bout
role-mandate-id = Mandat
role-balance-before = Solde avant
role-part-amount = Part d’un montant
role-other = Autre

## Profiles

settings-profiles = Modèles de banque
profiles-none = Quand vous répondez aux questions d’un fichier CSV ou d’un classeur, Counterfoil en garde un modèle.
profiles-hint = Un modèle ne nomme ni compte ni personne : il peut être partagé.
profile-name = Nom du modèle
profile-rename = Renommer
profile-rename-named = Renommer { $name }
profile-export = Exporter…
profile-export-named = Exporter { $name }
profile-exported = « { $name } » est exporté
profile-forget = Oublier
profile-forget-named = Oublier { $name }
profile-renamed = Renommé { $name }
profile-forgotten = « { $name } » est oublié
profile-import = Importer un modèle
profile-imported =
    { $count ->
        [one] { $n } modèle importé
       *[other] { $n } modèles importés
    }
history-set-profile = Modèle de banque
history-forget-profile = Modèle de banque oublié

## History

history = Historique
history-lead = Tout ce qui a été fait, du plus récent au plus ancien. Annuler un import retire exactement ce qu’il a apporté.
history-receipt = reçu
history-filter = Restreindre l’historique
history-only-all = Tout
history-only-imports = Imports de fichiers
history-only-own = Vos actions
history-only-undone = Annulés
history-open-original = Ouvrir l’original de { $file }
history-empty = Rien n’a encore été importé.
history-undone = annulé
history-import = Import
history-set-account = Compte modifié
history-delete-entry = Opération retirée
history-accept-gap = Relevé introuvable
history-pair = Virement entre vos comptes
history-part = Pas un virement entre vos comptes
history-other = Modification
history-undo = Annuler : { $name }
history-redo = Rétablir : { $name }
proof-unstated-short = non prouvé

## Settings

settings = Réglages
settings-display = Affichage
settings-language = Langue
settings-as-system = Comme le système
settings-theme = Thème
theme-light = Clair
theme-dark = Sombre
settings-text-size = Taille du texte
settings-text-size-hint = Tout s’agrandit, la fenêtre se réorganise
settings-density = Densité
density-roomy = Aérée
density-compact = Compacte
settings-ground = Fond de conversation
settings-ground-watermark = Papier filigrané
settings-ground-plain = Uni
settings-privacy = Confidentialité
settings-hide-hint = Les chiffres sont remplacés, pas floutés.
settings-tray = Montants dans la zone de notification
settings-tray-hint = Le menu montre « ••• » tant que ce réglage est éteint.
settings-tray-missing = Votre bureau n’affiche pas de zone de notification. Counterfoil reste ouvert dans sa fenêtre.
settings-notifications = Notifications
notifications-off = Éteintes
notifications-discreet = Discrètes
notifications-full = Complètes
notifications-hint-off = Aucune notification n’est affichée
notifications-hint-discreet = « Une alerte vous attend », sans nom ni montant
notifications-hint-full = Le nom et le montant, ou le texte du rappel ; sans chiffres quand les montants sont masqués
notifications-hint-missing = Counterfoil ne peut pas en afficher sur ce bureau.
settings-lock-after = Verrouiller après
settings-lock-asleep = Verrouiller à la mise en veille
settings-lock-asleep-hint = Et quand vous verrouillez votre session
always = Toujours
settings-accounts = Comptes
account-edit-named = Modifier { $name }
settings-shortcuts-hint = { $n } raccourcis clavier, avec la touche
settings-reach = Ce que cette application peut atteindre
settings-reach-short = Ce que l’app atteint
reach-nothing = Rien
reach-outside = hors de cet ordinateur.
reach-lead = Counterfoil n’a ni compte, ni serveur, ni mise à jour automatique. Il ne sait pas aller sur Internet.
reach-never = impossible
reach-asked = à la demande
reach-used = utilisé
reach-unused = non utilisé
reach-network = Réseau
reach-network-more = aucune connexion, jamais
reach-files = Fichiers
reach-files-more = ceux que vous déposez ou choisissez sont lus ; hors de son dossier, l’app n’écrit que ce que vous exportez ou sauvegardez
reach-keyring = Trousseau du système
reach-keyring-more = une entrée, si vous l’avez choisi
reach-camera = Caméra, micro, position
reach-camera-more = jamais demandés
reach-clipboard = Presse-papiers
reach-clipboard-more = quand vous copiez ou collez
reach-notifications-off = aucune
reach-notifications-off-more = aucune n’est affichée
reach-notifications-discreet = discrètes
reach-notifications-discreet-more = affichées par le système, sans nom ni montant
reach-notifications-full = complètes
reach-notifications-full-more = affichées par le système, avec le nom et le montant
self-check = Vérifier vous-même
self-check-nothing = rien : aucune connexion ouverte
self-check-hint = Dans un terminal, pendant que Counterfoil est ouvert. WebKit dessine la fenêtre ; s’il apparaît, c’est qu’un autre programme s’en sert aussi.
settings-data = Données
data-safety = Sauvegarde et export
backup-last = Dernière sauvegarde : { $when }
backup-last-more = Chiffrée, { $size }, dans « { $place } ». Relue et vérifiée.
backup-none = Aucune sauvegarde pour l’instant
backup-none-more = Un fichier chiffré à poser ailleurs, sur une clé USB par exemple
backup = Sauvegarder
backup-writing = Sauvegarde…
backup-made = Sauvegardé, relu et vérifié : { $file }
backup-not-made = La sauvegarde n’a pas été faite.
choose-more = Choisir…
restore = Restaurer une sauvegarde
restore-choose = Choisir… une sauvegarde à restaurer
restore-hint = Remplace l’historique actuel, qui reste gardé à côté
restore-made = Faite le { $when }
restore-keeps = L’historique actuel est remplacé. Il reste gardé dans un dossier à côté.
restore-way = Sa phrase de passe, ou ses vingt-quatre mots
restore-words = Ses vingt-quatre mots
restore-go = Restaurer
restoring = Restauration…
restored =
    { $count ->
        [one] Sauvegarde restaurée : { $n } opération.
       *[other] Sauvegarde restaurée : { $n } opérations.
    }
restored-kept = L’historique d’avant est gardé dans { $folder }
welcome-backup = J’ai déjà une sauvegarde : { $link }
welcome-restore = la restaurer
lock-restore = Restaurer une sauvegarde
erase = Tout effacer
erase-lead = Supprime de cet ordinateur { $what } et la clé qui les ouvre. Les relevés d’origine, dans vos dossiers, ne sont pas touchés. Il n’y a pas de retour possible sans sauvegarde.
erase-accounts =
    { $count ->
        [one] { $n } compte
       *[other] { $n } comptes
    }
erase-entries =
    { $count ->
        [one] { $n } opération
       *[other] { $n } opérations
    }
erase-receipts =
    { $count ->
        [one] { $n } reçu
       *[other] { $n } reçus
    }
erase-word = effacer
erase-confirm = Pour confirmer, écrivez { $word }
erase-in-keyring = Tout est effacé, mais le trousseau du système n’a pas répondu : il garde l’entrée « counterfoil ».
data-export = Exporter en clair
data-export-hint = Toutes les opérations, avec leurs notes et étiquettes ; en JSON aussi les soldes et les notes des conversations. Sans les documents d’origine. Qui a le fichier peut le lire.
data-csv = Tableau (CSV)
data-json = Données (JSON)
data-writing = Écriture…
data-exported =
    { $count ->
        [one] { $n } opération écrite dans { $file }
       *[other] { $n } opérations écrites dans { $file }
    }
settings-about = À propos
about-version = Version { $version }
about-licence = Licence MIT ou Apache 2.0, au choix
about-folder = Où votre historique est gardé, chiffré
about-offline = Counterfoil n’ouvre jamais de connexion.
account-name = Nom
account-kind = Type
account-balance = Un solde que vous connaissez
account-balance-hint = Utile quand les fichiers n’annoncent pas de solde. Laissez vide pour ne rien changer.
account-amount = Montant ({ $currency })
account-day = À la fin de la journée du
account-amount-wrong = Écrivez un montant, comme 1 204,10.
account-day-wrong = Écrivez un jour, aujourd’hui au plus tard : { $day }.
account-saved = Compte modifié

## Shortcuts

shortcuts = Raccourcis
shortcut-walk = Dans la liste : parcourir, ou taper un nom
shortcut-search = Rechercher partout
shortcut-search-screen = Écran de recherche
shortcut-import = Importer un fichier
shortcut-undo = Annuler la dernière modification
shortcut-redo = Rétablir
shortcut-inspector = Détails
shortcut-go-to = Aller à un mois
shortcut-first-unread = Aller au premier non lu
shortcut-choose = Choisir une opération
shortcut-copy = Copier les opérations choisies
shortcut-lock = Verrouiller
shortcut-hide = Masquer les montants
shortcut-next = Conversation suivante
shortcut-next-unread = Conversation non lue suivante
shortcut-screens = Conversations, recherche, historique, réglages, reçus, bilan
shortcut-region = Zone suivante
shortcut-list = Cette liste

## Watched folders

watched = Dossiers surveillés
watched-none = Aucun dossier n’est surveillé
watched-none-more = Ajoutez celui où arrivent vos relevés et vos reçus : ce qui y est nouveau vous est proposé. Rien n’est lu sans vous.
watched-add = Ajouter un dossier
watched-show = Voir ce qui attend dans { $name }
watched-switch = Surveiller { $name }
watched-drop = Ne plus surveiller { $name }
watched-dropped = { $name } n’est plus surveillé
watched-what = relevés et reçus, proposés avant d’être lus
watched-waiting = { $n } en attente
watched-last = dernier fichier le { $day }
watched-empty = ni relevé ni reçu pour l’instant
watched-off = surveillance arrêtée
watched-missing = introuvable, ou fermé à la lecture
watched-news =
    { $count ->
        [one] { $n } fichier attend dans { $folder }
       *[other] { $n } fichiers attendent dans { $folder }
    }
watched-news-several = { $n } fichiers attendent dans { $folders } dossiers
watched-title = Fichiers en attente
watched-unread = Seuls leur nom, leur taille et leur date sont connus : aucun n’a été lu.
watched-newest = Voici les { $n } plus récents sur { $total }.
watched-all = Tout choisir
watched-import =
    { $count ->
        [one] Importer { $n } fichier
       *[other] Importer { $n } fichiers
    }
watched-dismiss = Ne plus proposer
watched-dismissed =
    { $count ->
        [one] { $n } fichier ne sera plus proposé
       *[other] { $n } fichiers ne seront plus proposés
    }
watched-nothing = Rien n’attend ici.
watched-nothing-more = Un relevé ou un reçu qui arrive dans ce dossier vous est proposé ici. Il n’est lu que si vous l’importez.
reach-files-watched =
    { $count ->
        [one] ceux que vous déposez ou choisissez, et ceux de { $n } dossier surveillé quand vous les importez, sont lus ; hors de son dossier, l’app n’écrit que ce que vous exportez ou sauvegardez
       *[other] ceux que vous déposez ou choisissez, et ceux de { $n } dossiers surveillés quand vous les importez, sont lus ; hors de son dossier, l’app n’écrit que ce que vous exportez ou sauvegardez
    }
reach-folders =
    { $count ->
        [one] { $n } dossier
       *[other] { $n } dossiers
    }

## First run

welcome-title = Gardez le talon.
welcome-lead = Le talon d’un chèque est la part que garde son propriétaire. Counterfoil fait de même pour toutes vos opérations : un historique chiffré, sur cet ordinateur et nulle part ailleurs.
welcome-conversations = Vos comptes se lisent comme une messagerie.
welcome-conversations-more = Un marchand, une conversation.
welcome-drop = Vous déposez vos relevés.
welcome-drop-more = Counterfoil les reconnaît, les relie et prouve les soldes.
welcome-offline = Aucune connexion, jamais.
welcome-offline-more = L’application ne sait pas aller sur Internet.
steps = Étapes
step-lock = Verrou
step-recovery = Récupération
step-statement = Premier relevé
step-done = fait
choose-lock-title = Comment voulez-vous ouvrir votre historique ?
choose-lock-lead = Il est chiffré dans les deux cas.
way-passphrase = Une phrase de passe
advised = conseillé
way-passphrase-more = Demandée à chaque ouverture. Elle n’est écrite nulle part.
way-keyring = Le trousseau du système
way-keyring-more = S’ouvre avec votre session, sans rien taper. Toute personne qui ouvre votre session ouvre aussi Counterfoil.
passphrase = Phrase de passe
passphrase-again = Encore une fois
passphrase-show = Montrer la phrase de passe
passphrase-too-short = Écrivez au moins { $n } signes.
passphrase-differs = Les deux phrases ne sont pas les mêmes.
strength-hint = Quatre ou cinq mots sans lien entre eux se retiennent et résistent bien.
strength-short = Trop courte
strength-weak = Fragile : se devine vite
strength-fair = Moyenne : ajoutez un mot
strength-good = Solide
strength-good-words = Solide : { $n } mots différents
strength-strong = Très solide
strength-strong-words = Très solide : { $n } mots différents
making-ledger = Chiffrement…
phrase-title = Notez ces vingt-{ "\u2060" }quatre mots sur papier
phrase-lead-passphrase = Eux seuls rouvrent l’historique si vous oubliez votre phrase de passe. Sans eux, personne ne le peut, pas même les auteurs de Counterfoil. Ils sont en anglais, d’une liste commune à bien des logiciels.
phrase-lead-keyring = Eux seuls rouvrent l’historique si vous perdez le trousseau du système ou changez d’ordinateur. Sans eux, personne ne le peut, pas même les auteurs de Counterfoil. Ils sont en anglais, d’une liste commune à bien des logiciels.
phrase-words = Les vingt-quatre mots
phrase-store = Rangez ce talon loin de l’ordinateur.
phrase-check = Pour vérifier :
phrase-retype = retapez les mots { $first } et { $second }.
phrase-word = Mot { $n }
first-title = Déposez un premier relevé
first-lead = Un seul suffit pour commencer. Tout peut être annulé.
first-drag = Glissez un fichier ici
first-or = ou
first-choose = choisissez-le sur le disque
first-where = Où trouver ce fichier ?
first-where-1 = Sur le site de votre banque, ouvrez le compte, puis « Télécharger les opérations ».
first-where-2 = Choisissez OFX (parfois « Money » ou « Quicken »), sinon CSV.
first-where-3 = Prenez la plus longue période proposée.

## Lock

lock-title = Counterfoil est verrouillé
lock-since = Verrouillé à { $time }
lock-since-day = Verrouillé le { $when }
lock-open = Ouvrir
lock-opening = Ouverture…
lock-late = Cela prend plus de temps que d’habitude. La première ouverture après une mise à jour range parfois tout de nouveau.
lock-keyring-asks = Votre système vous demande peut-être d’ouvrir le trousseau, dans une autre fenêtre.
lock-keyring = Ouvrir avec le trousseau
lock-or = ou
lock-forgot = J’ai oublié ma phrase de passe
lock-use-passphrase = Utiliser ma phrase de passe
lock-words-hint = Les vingt-quatre mots notés au premier jour, séparés par des espaces.
lock-wrong =
    { $count ->
        [one] Cette phrase n’ouvre pas l’historique. Encore { $n } essai avant une minute d’attente.
       *[other] Cette phrase n’ouvre pas l’historique. Encore { $n } essais avant une minute d’attente.
    }
lock-wrong-phrase =
    { $count ->
        [one] Ces mots n’ouvrent pas l’historique. Encore { $n } essai avant une minute d’attente.
       *[other] Ces mots n’ouvrent pas l’historique. Encore { $n } essais avant une minute d’attente.
    }
lock-wait =
    { $count ->
        [one] Trop d’essais. Réessayez dans { $n } seconde.
       *[other] Trop d’essais. Réessayez dans { $n } secondes.
    }
caps-lock = Verr. Maj est activé

## Faults

app-cannot-open = Counterfoil ne peut pas s’ouvrir
fault-wrong-key = Cette clé n’ouvre pas l’historique
fault-too-many-tries = Trop d’essais
fault-wrong-word = Ce n’est pas le bon mot
fault-weak-passphrase = Phrase de passe trop courte
fault-damaged = L’historique ne se lit pas
fault-too-new = Fait par une version plus récente
fault-busy = L’historique est déjà ouvert ailleurs
fault-read-only = Écriture impossible
fault-no-keyring = Aucun trousseau ne répond
fault-disk-full = Disque plein
fault-locked = L’historique est verrouillé
fault-not-found = Introuvable
fault-refused = Demande refusée
fault-cancelled = Arrêté, rien n’a changé
fault-broken = Une erreur de Counterfoil

## Justificatifs tels que le registre les connaît

gap-no-statement = Aucun relevé ne couvre ces jours.
gap-balances = Le relevé d’avant finit à { $closing }, celui d’après commence à { $opening }. Les opérations absentes valent { $difference }.
receipt-mails =
    { $count ->
        [one] { $n } e-mail
       *[other] { $n } e-mails
    }
receipt-documents =
    { $count ->
        [one] { $n } document
       *[other] { $n } documents
    }
receipt-tax-whole = dont taxes
receipt-candidate = Payé par { $name } le { $day } ?
delivery-arrived = Est-il arrivé ?
delivery-yes = Il est là
delivery-not-yet = Pas encore arrivé
warranty-until = Garantie jusqu’au { $day }
said-by-merchant = c’est le marchand qui le dit
said-by-law = selon la loi dans l’Union européenne
toast-receipts =
    { $count ->
        [one] { $n } justificatif lu
       *[other] { $n } justificatifs lus
    }

## The line under a conversation

composer = Écrire dans cette conversation
composer-hint = Une note, des espèces ou une question…
composer-hint-short = Note ou question…
composer-send = Envoyer
composer-stop = Ne rien changer
composer-commands = Commandes
composer-keys-choose = choisir
composer-keys-complete = compléter
composer-keys-close = fermer
key-escape = Échap
composer-question-hint = Sans « / », une phrase qui finit par « ? » est une question, le reste une note.
composer-note = Écrire une note sur cette conversation
composer-note-example = /note penser à la carte de fidélité
composer-cash = Ajouter un paiement en espèces
composer-cash-example = /espèces 4,20 café hier
composer-reminder = Se faire rappeler une date, sur cet ordinateur
composer-reminder-example = /rappel demain rendre le colis
composer-search = Chercher des mots partout
composer-search-example = /chercher lessive
composer-on-entry = Note sur { $money }, { $day }
composer-change-note = Modifier la note ; vide, elle disparaît
composer-change-reminder = Modifier le rappel ; vide, il disparaît
composer-change-cash = Modifier les espèces
composer-note-done = Note gardée
composer-reminder-done = Rappel gardé
composer-cash-done = Espèces notées : { $name }
composer-cash-changed = Espèces modifiées
composer-new-conversation = Une conversation commence : { $name }
composer-new-account = Un compte d’espèces sera créé ; aucun import n’y touchera.
composer-reminder-for = Rappel pour { $day }
composer-question-asked = Question. La réponse se calcule sur cet ordinateur.
composer-question = Poser une question
composer-question-example = /question combien en mars ?
composer-search-for = Cherche partout « { $query } »
composer-unknown = « /{ $command } » n’est pas une commande. Tapez « / » pour les voir.
composer-lack-note-words = Écrivez la note.
composer-lack-question-words = Écrivez votre question.
composer-lack-search-words = Écrivez ce qu’il faut chercher.
composer-lack-cash-amount = Écrivez le montant, par exemple 12,50.
composer-lack-cash-zero = Le montant est nul.
composer-lack-cash-words = Écrivez à qui, par exemple boulangerie.
composer-lack-cash-dayToCome = Ce jour n’est pas encore venu.
composer-lack-cash-decimals = La monnaie n’a pas autant de décimales.
composer-lack-reminder-day = Écrivez le jour, par exemple 12 nov. ou demain.
composer-lack-reminder-dayOver = Ce jour est passé.
composer-lack-reminder-words = Écrivez ce qu’il faut rappeler.
verb-cash = espèces
typed-at = saisi à { $time }
to-come = À venir
reminder = Rappel
reminder-done = C’est fait
reminder-is-done = Fait
reminder-is-open = De nouveau à faire

## Own words

note = Note
note-add = Écrire une note
note-change = Modifier la note
note-gone = Note retirée
tags = Étiquettes
tag-add = Ajouter
tag-remove = Retirer l’étiquette { $tag }
tags-changed = Étiquettes modifiées
cash-change = Modifier les espèces
entry-delete = Retirer de l’historique
entry-move = Déplacer vers une autre conversation
entry-move-hint = Seule cette opération est déplacée, et elle y reste même si son relevé revient.
entry-move-back = Remettre là où va son libellé
entry-move-do = Déplacer
entry-moved = Opération déplacée
entry-deleted = Opération retirée
entry-restore = Remettre
entry-restored = Opération remise
entry-is-deleted = retirée
entry-history = Ce que vous avez modifié
entry-receipts = Justificatifs
receipt-unlink = Détacher { $file }
receipt-unlink-short = Détacher
provenance-you = Vous l’avez notée. Aucun import n’y touche.
muted = en silence
category = Catégorie
category-choose = Choisir une catégorie
category-by-you = dite par vous
category-by-guess = supposée
category-changed = Catégorie modifiée
category-said = Vous l’avez choisie. Les imports la laissent telle quelle.
category-guessed = Supposée d’après le nom et les codes de la banque. Votre choix l’emporte, maintenant et plus tard.
category-none = Rien ne dit encore ce que c’est. Votre choix vaut aussi pour les opérations à venir.
category-name = Renommer { $name }
category-rename = Nom de la catégorie
category-rename-hint = Vide, elle reprend son premier nom ; celle que vous avez créée disparaît.
category-new = Nouvelle catégorie
category-picture = Image
category-forget = S’en remettre à la supposition
category-named = Catégorie nommée
conversation-menu = Cette conversation
conversation-rename = Renommer
conversation-rename-hint = Vous seul voyez ce nom. Vide, celui de la banque revient.
conversation-renamed = Conversation renommée
conversation-category = Catégorie
conversation-merge = Réunir avec une autre conversation
conversation-merge-hint = Un marchand sous deux noms : { $name } rejoint la conversation choisie.
conversation-merge-find = Trouver une conversation
conversation-merge-into = Conversation à rejoindre
conversation-merge-preview =
    { $count ->
        [one] { $n } opération de { $from } rejoint { $into }.
       *[other] { $n } opérations de { $from } rejoignent { $into }.
    }
conversation-merge-sum =
    { $count ->
        [one] { $into } aura { $n } opération.
       *[other] { $into } aura { $n } opérations.
    }
conversation-merge-later = Les imports suivants feront de même. Vous pourrez les séparer.
conversation-merge-do = Réunir
conversation-merged = Conversations réunies
conversation-part = Séparer de { $name }
conversation-parted = Conversations séparées
conversation-pin = Épingler
conversation-unpin = Détacher
conversation-mute = Mettre en silence
conversation-unmute = Sortir du silence
history-of = { $what } : { $object }
history-restore-entry = Opération remise
history-move-entry = Opération déplacée
history-note = Note
history-edit-note = Note modifiée
history-question = Question
history-edit-question = Question modifiée
history-drop-question = Question retirée
history-tag = Étiquettes
history-rename = Nom
history-merge = Réunie avec
history-unmerge = Séparée de
history-link = Justificatif rattaché
history-unlink = Justificatif détaché
history-arrive = Colis arrivé
history-add-cash = Espèces
history-edit-cash = Espèces modifiées
history-categorise = Catégorie
history-name-category = Catégorie nommée
history-note-taken = Note retirée
history-rename-taken = Nom d’origine repris
history-categorise-taken = Catégorie laissée à la supposition
history-category-changed = Catégorie modifiée
history-renamed = « { $from } » s’appelle maintenant « { $to } »
history-merged = « { $from } » rejoint « { $to } »
history-unmerged = « { $from } » n’est plus avec « { $to } »
shortcut-note = Note sur une opération
shortcut-attach = Joindre un reçu à une opération
shortcut-refund = Relier un remboursement et son achat
## Receipts: the inbox, what is coming

rail-receipts = Reçus
rail-receipts-in-doubt =
    { $count ->
        [one] Reçus, { $n } à rattacher
       *[other] Reçus, { $n } à rattacher
    }
receipts = Les reçus
receipts-lead = Chaque reçu déposé cherche la ligne bancaire de son paiement. Dans le doute, c’est vous qui choisissez.
receipts-in-doubt = À choisir
receipts-waiting = En attente de leur ligne
receipts-waiting-hint = Leur paiement n’est pas encore sur un relevé. Chaque nouveau relevé leur est comparé.
receipts-linked = Rattachés récemment
receipts-settled =
    { $count ->
        [one] Aucun reçu n’attend. Le dernier a trouvé sa ligne.
       *[other] Aucun reçu n’attend. Les { $n } derniers ont trouvé leur ligne.
    }
receipts-empty = Déposez un e-mail de commande ou une facture
receipts-empty-lead = N’importe où dans la fenêtre. Il rejoint son paiement, avec ses articles, sa TVA et sa date de livraison.
receipts-kind-mail = Confirmation, expédition, remboursement : l’e-mail enregistré (.eml, .mbox)
receipts-kind-invoice = Facture en PDF ou en XML (Factur-X, UBL)
receipts-kind-parcel = Le colis et ses dates sont lus dans vos e-mails, jamais demandés au transporteur
receipt-see = Voir dans la conversation
doubt-question = Laquelle de ces opérations l’a payé ?
doubt-question-refund = Laquelle de ces opérations l’a remboursé ?
doubt-choose = C’est celle-ci
doubt-none = Aucune de celles-ci
doubt-not-this = Pas celle-ci
why-amount = même montant
why-originalAmount = même montant d’origine
why-foreignAmount = montant proche, en devise
why-tip = montant plus pourboire
why-instalment = une échéance
why-charges = plusieurs débits
why-sharedCharge = débit commun
why-day = date proche
why-merchant = même marchand
why-number = même numéro
why-card = même carte
link-choose = Choisir l’opération
link-other = Choisir une autre opération
link-title = Quelle opération l’a payé ?
link-search = Chercher par nom, montant ou date
receipt-drop = Déposez ici un reçu ou un e-mail
receipt-attach = Joindre un reçu
link-none = Aucune opération ne correspond.
linked-by-you = relié par vous
linked-by-rule = relié automatiquement
unlink = Détacher
unlink-of = Détacher { $name }
drop-join = Joindre à cette opération
drop-receipts = Reçus, factures, e-mails
toast-linked = Reçu rattaché
toast-unlinked = Reçu détaché
toast-refused = Ces opérations ne seront plus proposées
toast-arrived = Colis noté comme arrivé
filter-alerts = Alertes
empty-alerts = Aucune alerte
filter-waiting = Reçus
empty-waiting = Aucun reçu n’attend
upcoming = À venir
upcoming-near = Arrive { $day }
upcoming-on = Arrive le { $day }
upcoming-between = Arrive { $from } – { $until }
upcoming-by = Arrive d’ici { $day }
upcoming-by-date = Arrive d’ici au { $day }
upcoming-since = Attendu depuis le { $day }
upcoming-pickup = À retirer
upcoming-pickup-until = À retirer jusqu’au { $day }
upcoming-refund = Remboursement attendu
upcoming-refund-of = Remboursement attendu : { $money }
upcoming-refund-late = Remboursement en retard
upcoming-refund-late-of = Remboursement en retard : { $money }
upcoming-more =
    { $count ->
        [one] Voir { $n } autre ligne
       *[other] Voir { $n } autres
    }
upcoming-fewer = Voir moins
parcel-late = En retard
parcel-in-list = { $state }, { $days }
parcel-since-in-list = { $state }, attendu le { $day }
receipt-read-in-list = Reçu lu :

## Original documents

original = Document d’origine
original-open = Ouvrir { $name }
original-opening = Ouverture…
original-dropped = Déposé le { $at }
original-kept = Gardé chiffré dans votre historique
original-page = Le document
original-unshown = Ce genre de fichier ne se montre pas ici.
original-masked = Les montants sont masqués, donc les pages aussi.
original-forgotten = Vous avez fait oublier ce document. Ce qui en a été lu est toujours là.
original-password = Ce document demande un mot de passe.
original-unlock = Ouvrir le document
page-before = Page précédente
page-after = Page suivante
page-of = Page { $page } sur { $pages }
mail-subject = Objet
mail-from = De
mail-to = À
mail-date = Envoyé
mail-attached = Joint
mail-body = Le texte de l’e-mail
mail-inert = Rien n’est chargé, aucun lien ne mène dehors.
mail-left-out =
    { $count ->
        [one] { $n } image n’a pas été chargée. Rien ne sort, aucun lien ne mène dehors.
       *[other] { $n } images n’ont pas été chargées. Rien ne sort, aucun lien ne mène dehors.
    }
receipt-originals = Documents de cet achat
forget = Oublier ce document
forget-title = Oublier ce document d’origine
forget-what = Ses octets sont effacés de votre historique chiffré.
forget-stays = Les opérations, les reçus et les dates qui en ont été lus restent.
forget-final = Cela ne peut pas être annulé.
forget-keep = Le garder
toast-forgotten = Document d’origine oublié

## Une preuve d’achat en PDF, des remboursements confirmés

print-proof = Enregistrer la preuve d’achat en PDF
print-of = Enregistrer la preuve d’achat de { $file } en PDF
print-name = Preuve d’achat { $name } { $day }
print-hidden-title = Enregistrer avec les montants
print-hidden-what = Les montants sont masqués à l’écran. La preuve d’achat les contiendra, avec les documents d’origine.
print-hidden-go = Choisir où l’enregistrer
print-locked-title =
    { $count ->
        [one] Un document d’origine demande un mot de passe
       *[other] { $n } documents d’origine demandent un mot de passe
    }
print-locked-what = Sans lui, ce document est nommé dans la preuve d’achat mais n’y figure pas. Le mot de passe n’est gardé nulle part.
print-locked-password = Mot de passe du document
print-locked-wrong =
    { $count ->
        [one] Ce mot de passe ne l’ouvre pas.
       *[other] Ce mot de passe ne les ouvre pas tous.
    }
print-locked-without = Enregistrer sans lui
toast-not-saved = Rien n’a été enregistré.
toast-printed = Preuve d’achat enregistrée
toast-absent = La question ne sera plus posée pour cette date
receipt-paid-otherwise = { $money } réglés par bon, carte cadeau ou acompte
receipts-more = En afficher plus
refund-section = Remboursement
refund-section-purchase = Remboursé
refund-on = Remboursement du { $day }
refund-by-you = Vous l’avez dit
refund-by-receipts = D’après les reçus
refund-by-rule = Trouvé par le montant et les dates
refund-confirm = C’est bien ça
refund-link = Relier à l’achat remboursé
refund-link-purchase = Relier à un remboursement
refund-which = Quel achat est remboursé ?
refund-which-purchase = Quel remboursement pour cet achat ?
refund-not-this = Pas cet achat
refund-not-this-refund = Pas ce remboursement
refund-question = Peut-être le remboursement de :
refund-choose = C’est cet achat
refund-paired = Remboursement rattaché à son achat
refund-parted = Remboursement détaché de cet achat
history-await = Colis pas encore là
history-pair-refund = Remboursement rattaché à son achat
history-part-refund = Remboursement détaché d’un achat

## Overview

overview = Bilan
overview-of = Compte regardé
overview-all = Tous les comptes, { $currency }
overview-span = Période
overview-span-twelve = 12 mois
overview-span-month = Mois
month-before = Mois précédent
month-after = Mois suivant
overview-months = Entrées et sorties
overview-without-transfers = hors virements entre vos comptes
overview-net = entrées moins sorties
overview-statements = Relevés
overview-sentence = Entrées et sorties de { $from } à { $until } : { $in } entrés, { $out } sortis.
month-whole = relevé complet
month-incomplete = incomplet
month-to-come = relevé à venir
month-running = en cours
overview-counting = Calcul en cours…
overview-one-month = Un seul mois est connu. Ajoutez d’autres relevés pour comparer.
overview-nothing-known = Aucun mois connu pour ce compte. Ajoutez un relevé pour le remplir.
overview-proved =
    { $count ->
        [one] { $n } relevé prouvé sur { $of }.
       *[other] { $n } relevés prouvés sur { $of }.
    }
overview-no-statements = Aucun relevé n’annonce ses jours ici : rien à prouver.
overview-whose = { $account } : { $words }
overview-more-gaps =
    { $count ->
        [one] Et { $n } autre trou.
       *[other] Et { $n } autres trous.
    }
overview-unstated = { $period } n’annonce pas de solde.
overview-broken = { $period } : un écart.
overview-behind = { $account } s’arrête au { $day }.
overview-others = Les opérations en { $currencies } ne sont pas comptées ici.
overview-spending = Où va l’argent
overview-by = Regrouper par
overview-by-merchant = Marchands
overview-by-category = Catégories
overview-uncategorised = Sans catégorie
overview-payees =
    { $count ->
        [one] { $n } bénéficiaire
       *[other] { $n } bénéficiaires
    }
overview-back = { $money } remboursés déduits
overview-more =
    { $count ->
        [one] Voir { $n } autre
       *[other] Voir { $n } autres
    }
overview-fewer = Voir moins
overview-spent =
    { $count ->
        [one] { $money }, { $n } bénéficiaire
       *[other] { $money } en tout, { $n } bénéficiaires
    }
overview-lacking = { $words }, sans les jours manquants
overview-spending-none = Rien n’est sorti sur cette période.
overview-charges = Ce qui revient
overview-per-month = { $money } par mois
overview-weekday = le { $day }
overview-day =
    { $day ->
        [1] le 1er
       *[other] le { $day }
    }
overview-last-day = le dernier jour
overview-next = prochain { $day }
overview-since = depuis { $month } { $from } → { $to }
overview-dearer = plus cher :
overview-cheaper = moins cher :
overview-about = environ
overview-charges-none = Rien ne revient encore. Ce qui revient se voit au bout de trois mois de relevés.
overview-fees-title = Frais bancaires
overview-fees = Frais bancaires { $year }
overview-fees-caption = Frais bancaires { $year } : { $money }
overview-fees-more = { $money } de plus qu’en { $year } à la même date
overview-fees-less = { $money } de moins qu’en { $year } à la même date
overview-fees-same = Autant qu’en { $year } à la même date
overview-fees-until = au { $day }
overview-fees-subtitle = { $money } en { $lines }
overview-fees-none = Pas de frais connus en { $year }.
overview-fee-lines =
    { $count ->
        [one] Voir la ligne
       *[other] Voir les { $n } lignes
    }
overview-fee-on = { $what } du { $day }
overview-fee-on-two = { $what } des { $day } et { $other }
overview-fee-times = { $what }, { $n } fois
overview-empty = Rien à comparer encore
overview-empty-lead = Avec un premier relevé, vous verrez ici les entrées et sorties de chaque mois, où va l’argent, ce qui revient et les frais de votre banque.

## Ce que dit l’historique

alert-double =
    { $count ->
        [0] Deux débits identiques dans la même minute
        [one] Deux débits identiques à { $n } minute d’écart
       *[other] Deux débits identiques à { $n } minutes d’écart
    }
alert-double-day = Deux débits identiques le même jour
alert-double-facts = { $name } vous a débité { $money } à { $from }, puis { $money } à { $until }.
alert-double-facts-day = { $name } vous a débité deux fois { $money }.
alert-never-before =
    { $count ->
        [one] Jamais vu chez ce marchand en { $n } opération.
       *[other] Jamais vu chez ce marchand en { $n } opérations.
    }
alert-mine = C’était moi
alert-unusual = Inhabituel
alert-mine-after-all = Finalement, c’était moi
alert-call = Counterfoil ne peut rien bloquer. Appelez votre banque, voici ce qu’il faut lui dire.
alert-say = « Je conteste un débit de { $money } chez { $name }, le { $day } : il est passé deux fois et je n’ai acheté qu’une fois. »
alert-folded-mine = Deux débits de { $money }, c’était vous
alert-missed = Attendu le { $day }, pas venu
alert-missed-facts =
    { $count ->
        [one] { $name }, environ { $money } { $rhythm }, d’après { $n } opération. Le relevé couvre ces jours. L’attendez-vous encore ?
       *[other] { $name }, environ { $money } { $rhythm }, d’après { $n } opérations. Le relevé couvre ces jours. L’attendez-vous encore ?
    }
alert-missed-facts-steady =
    { $count ->
        [one] { $name }, { $money } { $rhythm }, d’après { $n } opération. Le relevé couvre ces jours. L’attendez-vous encore ?
       *[other] { $name }, { $money } { $rhythm }, d’après { $n } opérations. Le relevé couvre ces jours. L’attendez-vous encore ?
    }
alert-awaited = Je l’attends
alert-ended = C’est terminé
alert-folded-awaited = Pas venu ce jour-là, vous l’attendez encore
alert-folded-ended = Plus attendu, c’est terminé
alert-to-check = À vérifier
alert-here = à vérifier
alert-minutes =
    { $count ->
        [one] { $n } min
       *[other] { $n } min
    }
toast-answered = Réponse notée
toast-seen = Nouveau prix noté
history-answer-alert = Réponse à une alerte
price-rise = Passe de { $from } à { $to }
price-rise-in-list = Passe de { $from } à
price-since = Depuis le { $day }
price-seen = C’est noté
expected-about = environ, { $source }
expected-estimated = { $often }, montant estimé
expected-in-list = Prévu le { $day } :
expected-in-list-since = Attendu le { $day } :
header-expected-since = attendu depuis le { $day }, { $money }
header-expected = prochain le { $day }, { $money }
header-expected-about = prochain le { $day }, environ { $money }
how-often-weekly = chaque semaine
how-often-fortnightly = toutes les deux semaines
how-often-monthly = chaque mois
how-often-twoMonthly = tous les deux mois
how-often-quarterly = chaque trimestre
how-often-halfYearly = deux fois par an
how-often-yearly = chaque année
expected-from-weekly =
    { $type ->
        [directDebit] d’après { $n } prélèvements hebdomadaires
       *[other] d’après { $n } opérations hebdomadaires
    }
expected-from-fortnightly =
    { $type ->
        [directDebit] d’après { $n } prélèvements, toutes les deux semaines
       *[other] d’après { $n } opérations, toutes les deux semaines
    }
expected-from-monthly =
    { $type ->
        [directDebit] d’après { $n } prélèvements mensuels
       *[other] d’après { $n } opérations mensuelles
    }
expected-from-twoMonthly =
    { $type ->
        [directDebit] d’après { $n } prélèvements bimestriels
       *[other] d’après { $n } opérations bimestrielles
    }
expected-from-quarterly =
    { $type ->
        [directDebit] d’après { $n } prélèvements trimestriels
       *[other] d’après { $n } opérations trimestrielles
    }
expected-from-halfYearly =
    { $type ->
        [directDebit] d’après { $n } prélèvements semestriels
       *[other] d’après { $n } opérations semestrielles
    }
expected-from-yearly =
    { $type ->
        [directDebit] d’après { $n } prélèvements annuels
       *[other] d’après { $n } opérations annuelles
    }

## Questions

your-question = Votre question :
question-drop = Retirer la question
question-gone = Question retirée
answer = Réponse : { $said }
answer-counting = Je compte…
answer-uncounted = Cette réponse n’a pas pu être calculée.
answer-understood = Compris ainsi
answer-chip = { $part }, modifier :
answer-part-whom = Avec qui
answer-part-account = Compte
answer-part-category = Catégorie
answer-part-tag = Étiquette
answer-part-payment = Moyen de paiement
answer-part-words = Mots
answer-part-amount = Montant
answer-part-period = Période
answer-part-flow = Sens
answer-part-per = Détail
answer-instead = Au lieu de « { $words } » :
answer-next = Demander ensuite
answer-entries = Opérations comptées
answer-articles = { $count ->
    [one] { $n } article
   *[other] { $n } articles
    }
answer-times = { $count ->
    [one] { $n } fois
   *[other] { $n } fois
    }
answer-more = { $count ->
    [one] et une autre
   *[other] et { $n } autres
    }
answer-total = Total
answer-as-of = au { $day }
answer-greater = { $money } de plus qu’en { $month }
answer-less = { $money } de moins qu’en { $month }
answer-average = moyenne { $money }
answer-back = { $money } revenus
answer-bars-week = Par semaine
answer-bars-month = Par mois
answer-bars-year = Par an
answer-week-of = semaine du { $day }
answer-partial = incomplet
answer-ask = Demander : { $question }
