# Mots de l'historique, communs à la fenêtre, à la zone de notification et à la ligne de commande : conversations sans nom, moyens de paiement,
# opérations.

conversation-bank = Votre banque
conversation-bank-fee = Frais bancaires
conversation-bank-interest = Intérêts
conversation-bank-cash = Retraits d’espèces
conversation-bank-transfer = Virements sans nom
conversation-bank-settlement = Règlements de carte
conversation-bank-cheque = Chèques
conversation-imports = Counterfoil
counterparty-unknown = Sans nom

payment-type-card = carte
payment-type-transfer = virement
payment-type-direct-debit = prélèvement
payment-type-cash = espèces
payment-type-cheque = chèque
payment-type-fee = frais bancaires
payment-type-interest = intérêts
payment-type-salary = salaire
payment-type-refund = remboursement
payment-type-other = autre

entry-status-booked = comptabilisée
entry-status-pending = en attente
entry-status-info = pour information

account-kind-current = Compte courant
account-kind-savings = Compte d’épargne
account-kind-card = Carte
account-kind-loan = Prêt
account-kind-cash = Espèces
account-kind-investment = Compte de placement
account-kind-other = Compte

operation-import-statement = Import de { $document }
operation-merge = { $first } et { $second } ne font qu’un
operation-unmerge = { $first } et { $second } sont distincts
operation-rename = { $first } s’appelle maintenant { $second }
operation-note = Note sur { $first }
operation-set-balance = Solde de { $account } fixé
operation-set-account = Renseignements de { $account } fixés
operation-delete-entry = Opération supprimée
operation-accept-gap = Relevé introuvable, accepté
operation-restore-entry = Opération rétablie
operation-move-entry = Opération déplacée vers { $second }
operation-tag = Étiquettes de { $first } : { $second }
operation-pair = Deux opérations sont un seul virement
operation-part = Deux opérations ne sont pas un seul virement
operation-add-entry = Opération ajoutée
operation-add-cash = Espèces notées avec { $first }
operation-edit-cash = Espèces modifiées avec { $first }
operation-write-note = Note dans une conversation : { $second }
operation-edit-note = Note modifiée dans une conversation : { $second }
operation-drop-note = Note retirée d’une conversation
operation-ask-question = Question : { $second }
operation-edit-question = Question modifiée : { $second }
operation-drop-question = Question retirée : { $second }
operation-categorise = Catégorie de { $first } choisie
operation-name-category = Catégorie nommée : { $second }

category-groceries = Courses
category-dining = Restaurants et boulangeries
category-shopping = Achats
category-home = Logement
category-energy = Énergie et eau
category-telecom = Téléphone et internet
category-transport = Transports
category-travel = Voyages
category-health = Santé
category-leisure = Loisirs
category-education = Études et garde
category-insurance = Assurances
category-taxes = Impôts
category-banking = Banque et crédits
category-income = Revenus
category-giving = Dons
category-cash = Espèces
category-other = Autre

## Clés

error-wrong-phrase = Ce ne sont pas les vingt-quatre mots de cet historique.
    .remedy = Comparez chaque mot avec le papier, dans l’ordre.
error-wrong-word-of-two = Le mot { $position } n’est pas celui qui a été montré.
    .remedy = Regardez encore votre papier, puis écrivez ce mot.
error-phrase-count = Une phrase de secours a vingt-quatre mots. Il y en a { $found } ici.
    .remedy = Écrivez les vingt-quatre, dans l’ordre, séparés par des espaces.
error-phrase-unknown = Le mot { $position } n’est d’aucune phrase de secours.
    .remedy = Vérifiez son orthographe sur le papier.
error-phrase-checksum = Chacun de ces mots existe, mais l’un est faux ou deux ont changé de place.
    .remedy = Comparez chaque mot avec le papier, dans l’ordre.
error-short-passphrase = Cette phrase est trop facile à deviner.
    .remedy = Prenez au moins huit caractères, pas tous les mêmes : quatre mots à vous valent mieux.
error-no-passphrase = Aucune phrase secrète n’ouvre cet historique.
    .remedy = Ouvrez-le avec le trousseau ou avec les vingt-quatre mots.
error-no-way-in = Un nouvel historique demande une phrase secrète ou le trousseau.
    .remedy = Choisissez au moins l’un des deux.
error-keyring-not-used = La clé de cet historique n’est pas dans le trousseau.
    .remedy = Ouvrez-le avec la phrase secrète ou avec les vingt-quatre mots.
error-keyring-timeout = Le trousseau de cet ordinateur n’a pas répondu à temps.
    .remedy = Regardez s’il vous demande quelque chose dans une autre fenêtre, ou utilisez la phrase secrète.
error-keyring-locked = Le trousseau de cet ordinateur est verrouillé.
    .remedy = Déverrouillez-le puis réessayez, ou utilisez la phrase secrète.
error-keyring-empty = Le trousseau de cet ordinateur n’a plus la clé de cet historique.
    .remedy = Utilisez la phrase secrète ou les vingt-quatre mots.
error-last-way-passphrase = La phrase secrète est le seul moyen qui reste d’ouvrir l’historique sans les vingt-quatre mots. Elle reste.
    .remedy = Activez d’abord le trousseau.
error-last-way-keyring = Le trousseau est le seul moyen qui reste d’ouvrir l’historique sans les vingt-quatre mots. Il reste activé.
    .remedy = Choisissez d’abord une phrase secrète.
error-keys-damaged = { $file } est abîmé. Rien n’a été changé ni effacé.
    .remedy = Ouvrez l’historique avec les vingt-quatre mots : un nouveau fichier de clés est alors créé, et l’abîmé est gardé.
error-keys-replaced = Les clés de ce dossier sont maintenant celles d’un autre historique.
    .remedy = Verrouillez, puis ouvrez de nouveau.
error-ledger-exists = Il y a déjà un historique dans ce dossier.
    .remedy = Ouvrez-le, ou choisissez un autre dossier.
error-ledger-missing = Il n’y a pas d’historique ici.
    .remedy = Choisissez son dossier, ou créez-en un.
error-backup-damaged = Cette sauvegarde est abîmée. Rien n’a été remplacé.
    .remedy = Essayez une autre copie, ou une autre sauvegarde.
error-backup-key = Cette sauvegarde ne s’ouvre pas ainsi.
    .remedy = Essayez avec la phrase secrète du jour où elle a été faite, ou avec les vingt-quatre mots.
error-ledger-lost = Les clés sont là, mais pas l’historique.
    .remedy = Remettez le fichier { $file } dans le dossier.
error-file-missing = Ce fichier n’est plus là.
    .remedy = Vérifiez son nom et son dossier.
error-file-forbidden = Les droits de ce fichier ou de son dossier ne le permettent pas.
    .remedy = Changez-les, ou choisissez un autre dossier.
error-disk = Le disque ne fait pas ce qui lui est demandé : { $reason }.
    .remedy = Rien n’a été changé.
error-bad-amount = « { $found } » n’est pas un montant en { $currency }.
    .remedy = Écrivez-le avec une virgule ou un point pour les décimales, comme 986,55.
error-bad-day = « { $found } » n’est pas un jour.
    .remedy = Écrivez l’année, le mois et le jour, comme 2026-10-31.
error-review-gone = Cet import ne vous attend plus : rien n’a été changé.
    .remedy = Déposez de nouveau le fichier.
error-still-in-doubt = Il reste quelque chose à décider dans { $file }. Rien n’a été changé.
    .remedy = Répondez à ses questions, ou laissez-le de côté.

## La fenêtre elle-même

window-title = Counterfoil
window-title-locked = Counterfoil, verrouillé
window-choose-files = Choisir des fichiers
window-choose-folder = Choisir un dossier
window-already-open = Counterfoil est déjà ouvert : sa fenêtre vient devant.
window-already-open-silent = Counterfoil est déjà ouvert, mais ne répond pas.
    .remedy = Fermez-le, ou attendez un moment.

## Ce qui peut manquer, et ce qui n’a pas de sens tel quel

thing-account = ce compte
thing-conversation = cette conversation
thing-counterparty = cet interlocuteur
thing-document = ce fichier
thing-entry = cette opération
thing-note = cette note
thing-profile = ce modèle
thing-operation = cette opération de l’historique
thing-reading = cette lecture d’un fichier
thing-question = cette question
thing-receipt = ce reçu
thing-repeat = cette ligne d’un fichier
thing-sighting = cette ligne d’un fichier
# Written into each backup, for whoever finds it.
backup-note = Une sauvegarde de Counterfoil. ledger.db est un fichier SQLCipher 4 dont la clé brute (256 bits, { $pragma }) est l’entropie des 24 mots (BIP 39, anglais) ; keys.json la garde sous la phrase secrète. Avec Counterfoil : foil restore, ou Réglages, Données, Restaurer.
refused-backup-beside-the-ledger = une sauvegarde se garde ailleurs que dans le dossier de l’historique
refused-over-another-file = ce fichier existe, et n’est pas une sauvegarde de Counterfoil
refused-no-backup = ce fichier n’est pas une sauvegarde de Counterfoil
refused-undone-already = elle est déjà annulée
refused-not-undone = elle n’est pas annulée
refused-deleted-already = elle est déjà supprimée
refused-not-deleted = elle n’est pas supprimée
refused-nothing-on-its-way = rien n’est en route
refused-one-account = les deux sont sur le même compte
refused-the-same-direction = rien n’a quitté un compte pour arriver sur un autre
refused-part-of-another-transfer = vous avez dit que l’une d’elles fait partie d’un autre virement
refused-no-tag = aucune étiquette n’est nommée
refused-there-already = elle y est déjà
refused-one-already = ils ne font déjà qu’un
refused-not-merged = il n’est pas réuni à un autre
refused-not-an-amount-of-this-currency = la monnaie n’a pas autant de décimales
refused-not-written-by-hand = un relevé la montre
refused-another-currency = elle est dans une autre monnaie ; supprimez-la et notez-la de nouveau
refused-nobody-named = personne n’est nommé
refused-no-words = rien n’est écrit
refused-said-already = c’est déjà le cas
refused-no-such-category = cette catégorie n’existe pas
refused-named-already = une catégorie porte déjà ce nom
refused-line-unfinished = il manque quelque chose dans cette ligne
refused-another-profile-is-called-so = un autre modèle porte ce nom
refused-phrase = la phrase de secours n’est montrée qu’au premier lancement ; ensuite, tapez `foil phrase`
refused-cursor = cette page n’est plus là

# Un achat sur papier : la couverture de son PDF.

paper-title = Preuve d’achat : { $name }
paper-title-refund = Preuve de remboursement : { $name }
paper-lead = Faite le { $day } par Counterfoil, sur l’ordinateur de l’acheteur, d’après les documents cités plus bas.
paper-foot = Counterfoil · { $name } · { $day }
paper-purchase = Achat
paper-merchant = Marchand
paper-merchant-legal = Raison sociale
paper-merchant-ids = Identifié par
paper-day = Date
paper-order = Commande
paper-invoice = Facture
paper-method = Réglé par
paper-total = Total
paper-prepaid = Déjà réglé
paper-payable = Reste à payer
paper-lines = Articles
paper-tax = Taxe comprise
paper-tax-at = Taxe comprise, { $rate } %
paper-payment = Paiement, tel que la banque l’indique
paper-amount = Montant
paper-bank-day = Jour
paper-booked = Comptabilisé
paper-account = Compte
paper-bank-text = Libellé de la banque
paper-reference = Référence
paper-back = Remboursé
paper-read-in = Lu dans
paper-file-line = { $file }, ligne { $line }
paper-hash = SHA-256
paper-unpaid = Aucune opération bancaire n’est rattachée à ce reçu.
paper-remainder = Hors de ces montants
paper-linked-by-user = L’acheteur dit qu’ils vont ensemble.
paper-linked-by-rule = Counterfoil les a rapprochés d’après le montant, le jour et le nom.
paper-after = Après l’achat
paper-delivered = Livré
paper-return = Retour
paper-guarantee = Garantie légale
paper-warranty = Garantie du marchand
paper-until-stated = jusqu’au { $day }, selon le marchand
paper-until-law = jusqu’au { $day }, selon la loi dans l’Union européenne
paper-originals = Originaux
paper-file = Fichier
paper-came = Gardé depuis
paper-came-on = { $day }, { $size } octets
paper-behind = Dans ce PDF
paper-pages = pages : { $pages }
paper-left-out = absent. { $reason }
paper-forgotten = absent. L’acheteur ne le garde plus.
paper-from = De :
paper-to = À :
paper-sent = Envoyé :
paper-attached = Pièces jointes :
paper-cut = Le texte continue. La suite n’est pas imprimée.

## Frais de la banque, comme le relevé annuel les nomme

fee-group-subscriptions = Abonnements
fee-group-operation = Fonctionnement
fee-group-incidents = Incidents
fee-card = cotisation de la carte
fee-package = forfait de compte
fee-remote-banking = banque à distance
fee-insurance = assurance des moyens de paiement
fee-safe = coffre
fee-custody = droits de garde
fee-account = tenue de compte
fee-withdrawal =
    { $count ->
        [one] frais de retrait
       *[other] frais de retraits
    }
fee-foreign = frais à l’étranger
fee-transfer =
    { $count ->
        [one] frais de virement
       *[other] frais de virements
    }
fee-cheque =
    { $count ->
        [one] frais de chèque
       *[other] frais de chèques
    }
fee-document =
    { $count ->
        [one] copie ou recherche
       *[other] copies et recherches
    }
fee-tax =
    { $count ->
        [one] taxe
       *[other] taxes
    }
fee-other = autres frais
fee-intervention =
    { $count ->
        [one] commission d’intervention
       *[other] commissions d’intervention
    }
fee-rejection =
    { $count ->
        [one] rejet
       *[other] rejets
    }
fee-overdraft = découvert
fee-letter =
    { $count ->
        [one] lettre d’information
       *[other] lettres d’information
    }
fee-seizure =
    { $count ->
        [one] saisie
       *[other] saisies
    }
fee-late =
    { $count ->
        [one] pénalité de retard
       *[other] pénalités de retard
    }

## Ce qui revient, et les réponses aux alertes

rhythm-weekly = chaque semaine
rhythm-fortnightly = toutes les deux semaines
rhythm-monthly = chaque mois
rhythm-two-monthly = tous les deux mois
rhythm-quarterly = chaque trimestre
rhythm-half-yearly = deux fois par an
rhythm-yearly = chaque année
alert-answer-mine = c’était moi
alert-answer-unusual = inhabituel
alert-answer-awaited = encore attendu
alert-answer-ended = terminé
