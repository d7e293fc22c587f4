# Constats sur un document, par code. Un texte par code qu'un lecteur de format ou un contrôle peut donner.
#
# Pour en ajouter un : le code est en camelCase dans Rust (badAmount), l'identifiant ici est diagnostic-<code en kebab-case>. Le texte dit ce qui ne
# va pas, en une phrase. L'attribut .remedy dit quoi faire ; à omettre s'il n'y a rien à faire. Ajouter les deux langues : un test les compare.
# Toujours donnés : $found $expected $record $field (vides quand il n'y a rien). Le reste, ce sont vos propres arguments : .with("line", …).
# Les valeurs sont celles du document. L'endroit et l'extrait sont montrés avant le texte : ne pas les répéter.
# Espaces insécables : U+00A0 avant : et € et %, et dans « » ; U+202F avant ; ! ? ; apostrophe ’. Un test les demande.

## Le fichier entier

diagnostic-not-a-statement = Ce fichier ne contient pas de relevé que Counterfoil sache lire.
    .remedy = Demandez au site de votre banque un fichier OFX, CAMT ou CSV, et déposez-le ici.
diagnostic-empty-file = Ce fichier est vide.
    .remedy = Téléchargez-le de nouveau depuis votre banque.
diagnostic-web-page = Ceci est une page web, pas un relevé : le site de la banque a sans doute enregistré une page d’erreur ou de connexion.
    .remedy = Reconnectez-vous au site de la banque et téléchargez le relevé.
diagnostic-encrypted = Ce fichier est protégé par un mot de passe.
    .remedy = Donnez le mot de passe, ou demandez à votre banque un fichier sans mot de passe.
diagnostic-wrong-password = Ce mot de passe n’ouvre pas le fichier.
    .remedy = Vérifiez le mot de passe dans le courrier ou le message de la banque.
diagnostic-truncated = Le fichier s’arrête avant sa fin : il en manque une partie.
    .remedy = Téléchargez-le de nouveau. Ce qui a pu être lu est listé.
diagnostic-no-entries = Ce relevé ne contient aucune opération.
diagnostic-unsupported-format = Counterfoil ne lit pas ce genre de fichier : { $found }.
    .remedy = Demandez au site de votre banque un fichier OFX, CAMT ou CSV, et déposez-le ici.
diagnostic-unsupported-version = La version { $found } de ce format n’est pas connue ; il a été lu comme { $expected }.
    .remedy = Vérifiez les opérations ci-dessous avant d’importer.
diagnostic-unsupported-statement = Ce genre de relevé n’est pas lu : { $found }.
    .remedy = Importez plutôt le relevé du compte espèces.
diagnostic-scanned = Ce PDF contient des images de pages, sans texte.
    .remedy = Demandez au site de votre banque le PDF d’origine, ou un fichier OFX, CAMT ou CSV.
diagnostic-container-encrypted = { $found } est protégé par un mot de passe.
    .remedy = Ouvrez l’archive avec son mot de passe, et déposez les fichiers qu’elle contient.
diagnostic-container-damaged = L’archive ou le message est endommagé : { $found }.
    .remedy = Téléchargez-le à nouveau.
diagnostic-container-too-large = L’archive ou le message dépasse la limite de sécurité ({ $what }) : { $found }, pour { $expected } permis.
    .remedy = Ouvrez-le vous-même, et déposez les relevés qu’il contient.
diagnostic-no-statement-inside = Aucun des fichiers qu’il contient n’est un relevé : { $found }.
    .remedy = Demandez un OFX, CAMT ou CSV sur le site de votre banque, et déposez-le ici.
diagnostic-members-left-out = Fichiers laissés de côté près des relevés ({ $count }) : { $found }.
    .remedy = Il n’y a rien à faire, si aucun n’est un relevé.
diagnostic-outlook-message = C’est un message d’Outlook (.msg), que Counterfoil n’ouvre pas.
    .remedy = Dans Outlook, enregistrez la pièce jointe seule et déposez-la, ou enregistrez le message en .eml.
diagnostic-limit-exceeded = Le fichier dépasse la limite de sécurité : { $found }, pour { $expected } permis.
    .remedy = Demandez à votre banque une période plus courte. Enregistrez un e-mail sans ses pièces jointes, une boîte en plusieurs parties.
diagnostic-hostile = Le fichier contient ce dont un relevé n’a jamais besoin : { $found }. Il n’a pas été lu.
    .remedy = Ne l’ouvrez pas. Téléchargez votre relevé depuis votre banque.
diagnostic-encoding-assumed = Le fichier ne dit pas comment ses lettres sont écrites. Il a été lu en { $found }.
    .remedy = Si les accents sont faux, choisissez un autre encodage.
diagnostic-undecodable = Certains caractères ne se lisent pas en { $expected }.
    .remedy = Choisissez un autre encodage.
diagnostic-undecodable-bytes = Certains caractères de ce fichier ne se lisent pas avec son encodage.
    .remedy = Choisissez un autre encodage.
diagnostic-missing-header = Le début du relevé manque : { $expected }.
    .remedy = Téléchargez de nouveau le relevé entier.
diagnostic-malformed = Le fichier sort ici des règles de son format : { $expected } attendu, { $found } trouvé.
    .remedy = Téléchargez-le de nouveau. Si rien ne change, prévenez votre banque.
diagnostic-unknown-record = Cette ligne est d’un genre que le format ne connaît pas : { $found }.
    .remedy = Regardez la ligne. Elle a été laissée de côté.

## Lignes

diagnostic-bad-date =
    { $month ->
        [1] Janvier n’a que { $days } jours.
        [2] Février { $year } n’a que { $days } jours.
        [3] Mars n’a que { $days } jours.
        [4] Avril n’a que { $days } jours.
        [5] Mai n’a que { $days } jours.
        [6] Juin n’a que { $days } jours.
        [7] Juillet n’a que { $days } jours.
        [8] Août n’a que { $days } jours.
        [9] Septembre n’a que { $days } jours.
        [10] Octobre n’a que { $days } jours.
        [11] Novembre n’a que { $days } jours.
        [12] Décembre n’a que { $days } jours.
       *[other] « { $found } » n’est pas un jour.
    }
    .remedy = Corrigez la date, ou laissez la ligne de côté.
diagnostic-missing-date = Cette ligne n’a pas de date.
    .remedy = Donnez la date, ou laissez la ligne de côté.
diagnostic-entry-without-date = Cette opération n’a pas de date : elle n’a pas de place dans votre historique.
    .remedy = Donnez-lui une date dans le fichier, ou laissez-la de côté.
diagnostic-bad-amount = « { $found } » n’est pas un montant.
    .remedy = Corrigez le montant, ou laissez la ligne de côté.
diagnostic-missing-amount = Cette ligne n’a pas de montant.
    .remedy = Donnez le montant, ou laissez la ligne de côté.
diagnostic-amount-too-large = « { $found } » a plus de chiffres qu’aucune somme d’argent.
    .remedy = Corrigez le montant, ou laissez la ligne de côté.
diagnostic-missing-sign = Rien ne dit si cet argent est entré ou sorti.
    .remedy = Dites-le, ou laissez la ligne de côté.
diagnostic-bad-currency = « { $found } » n’est pas une monnaie.
    .remedy = Donnez la monnaie, ou laissez la ligne de côté.
diagnostic-missing-currency = Aucune monnaie n’est indiquée.
    .remedy = Dites dans quelle monnaie est ce compte.
diagnostic-foreign-currency = Cette ligne est en { $found }, le compte en { $expected }. Elle est gardée, et jamais ajoutée au total du compte.
diagnostic-excess-decimals = « { $found } » a plus de décimales que la monnaie. Le montant a été arrondi à { $expected }.
diagnostic-unreadable-row = Cette ligne n’a pas pu être lue.
    .remedy = Regardez la ligne dans le fichier, corrigez-la ou laissez-la de côté.
diagnostic-too-many-fields = Cette ligne a { $found } champs, les autres { $expected }.
    .remedy = Vérifiez que le montant et le texte sont dans les bonnes colonnes.
diagnostic-too-few-fields = Cette ligne a { $found } champs, les autres { $expected }.
    .remedy = Corrigez la ligne, ou laissez-la de côté.
diagnostic-unclosed-quote = Un guillemet ouvert ici n’est jamais fermé : tout ce qui suit ne serait qu’un champ.
    .remedy = Fermez ou retirez le guillemet dans le fichier.
diagnostic-no-reference = La banque ne donne pas de référence à ces lignes. Elles sont reconnues par la date, le montant et le texte.

## Colonnes

diagnostic-no-date-column = Aucune colonne ne contient de dates.
    .remedy = Dites quelle colonne est la date.
diagnostic-no-amount-column = Aucune colonne ne contient de montants.
    .remedy = Dites quelle colonne est le montant.
diagnostic-ambiguous-columns = Deux colonnes pourraient être la même chose : { $found }.
    .remedy = Dites laquelle est laquelle.
diagnostic-date-order-assumed = Aucun jour ne dépasse 12 : { $found } peut se lire de deux façons.
    .remedy = Dites où est le jour et où est le mois.

## Soldes et preuve

diagnostic-balance-mismatch = Le relevé ne tombe pas juste : { $found } calculé, { $expected } annoncé.
    .remedy = Une ligne manque ou a été mal lue. Regardez les lignes ci-dessous, ou téléchargez de nouveau le relevé.
diagnostic-running-balance-break = Le solde après cette ligne devrait être { $expected } ; le fichier dit { $found }.
    .remedy = Une ligne juste avant celle-ci manque ou a été mal lue.
diagnostic-batch-mismatch = Les parties de ce lot font { $found }, son total est { $expected }. C’est le total qui a bougé.
diagnostic-count-mismatch = Le fichier annonce { $expected } lignes ; il en contient { $found }.
    .remedy = Téléchargez-le de nouveau : il en manque peut-être une partie.
diagnostic-balance-currency-mismatch = Le solde de départ et le solde de fin sont dans deux monnaies : { $expected } et { $found }.
    .remedy = Téléchargez de nouveau le relevé, ou prévenez votre banque.
diagnostic-bad-balance = « { $found } » n’est pas un solde.
    .remedy = Seule la preuve est perdue : donnez vous-même le solde du compte.

## Comptes

diagnostic-no-account = Le fichier ne dit pas de quel compte il parle.
    .remedy = Choisissez le compte.
diagnostic-bad-iban = « { $found } » n’est pas un IBAN valable : ses chiffres de contrôle sont faux. Il est gardé tel quel.
diagnostic-several-accounts = Le fichier contient plusieurs comptes : chacun devient un relevé à part.

## CAMT

diagnostic-no-statement = Le fichier ne contient aucun relevé de compte.
    .remedy = Demandez le relevé lui-même (camt.053) sur le site de votre banque.
diagnostic-foreign-namespace = Ce message n’est pas de la norme ISO 20022 : son espace de noms est « { $found } », au lieu d’un nom comme « { $expected } ».
    .remedy = Demandez un fichier OFX, CAMT ou CSV sur le site de votre banque, et déposez-le ici.
diagnostic-unknown-status = L’état « { $found } » n’est pas connu. La ligne est montrée pour information et jamais comptée.
    .remedy = Si de l’argent a bougé, demandez à votre banque un relevé des lignes comptabilisées.
diagnostic-balance-other-currency = Un solde est donné en { $found }, le compte est en { $expected }.
    .remedy = Comparez ce solde avec le site de la banque avant de vous y fier.
diagnostic-encoding-contradicted = Le fichier annonce des lettres écrites en { $expected }, mais ce n’est pas le cas. Il a été lu en { $found }.
    .remedy = Si les accents paraissent faux, choisissez un autre encodage.
evidence-camt = un message ISO 20022 de la banque à son client

## OFX

diagnostic-date-left-out = « { $found } » n’est pas un jour. La ligne est gardée sans lui.
    .remedy = Comparez la ligne avec le site de la banque.
diagnostic-stray-text = « { $found } » n’est dans aucun champ. Ce texte n’a pas été repris dans la ligne.
    .remedy = Regardez la ligne dans le fichier : un champ est peut-être coupé.
diagnostic-bank-answered = La banque a répondu par l’état { $status } : { $found }
    .remedy = Demandez de nouveau le relevé au site de la banque.
diagnostic-investments-left-out =
    { $count ->
        [one] { $count } mouvement de titres n’est pas listé : seules les espèces sont suivies.
       *[other] { $count } mouvements de titres ne sont pas listés : seules les espèces sont suivies.
    }
    .remedy = Le compte espèces lié à ces placements a son propre relevé : importez-le.
diagnostic-accounts-only = Le fichier liste des comptes sans leurs opérations.
    .remedy = Demandez au site de la banque un relevé de chaque compte.
diagnostic-answer-without-statement = Le fichier est une réponse de la banque qui ne contient aucun relevé.
    .remedy = Demandez de nouveau le relevé au site de la banque, en choisissant un compte et une période.
diagnostic-control-characters = Des signes qui ne veulent rien dire dans un texte (NUL) se trouvent dans le fichier. Ils sont gardés tels quels.
    .remedy = Téléchargez-le de nouveau : il a pu être abîmé en route.
evidence-ofx-header = l’en-tête d’OFX
evidence-ofx-element = l’élément <OFX>
evidence-ofx-line = des opérations écrites comme en OFX (STMTTRN)
evidence-told = vous l’avez dit

## Fichiers

diagnostic-file-missing = Ce fichier n’existe pas.
    .remedy = Vérifiez son nom et son dossier.
diagnostic-file-is-folder = Ceci est un dossier, pas un fichier.
    .remedy = Nommez les fichiers qu’il contient.
diagnostic-file-changing = Un autre programme écrit dans ce fichier. Rien n’y a été lu.
    .remedy = Attendez qu’il soit enregistré en entier, puis déposez-le de nouveau.
diagnostic-file-twice = C’est le même fichier que { $found }, octet pour octet. Il est lu une fois.
diagnostic-file-unreadable = Le fichier ne s’ouvre pas : { $found }
    .remedy = Vérifiez ses droits.

## CSV

diagnostic-csv-layout = Lu ainsi : encodage { $encoding }, champs séparés par « { $delimiter } », en-tête à la ligne { $header } (0 : aucun), colonnes { $columns } ; dates { $dateOrder }, décimale { $decimalSign }, montants { $sign } (d’après { $because } ; le solde courant suit { $agreeing } pas sur { $steps }). { $confidence ->
        [certain] Rien ne reste ouvert.
       *[other] Supposé : { $doubt }.
    }
diagnostic-profile-applied = Lu avec le modèle « { $name } », que vous avez fait pour les fichiers de cet en-tête.
diagnostic-profile-contradicted = Le modèle « { $name } » connaît cet en-tête mais pas ce fichier : il dit { $expected }, le fichier dit { $found } ({ $about }). Le fichier a été lu sans lui.
    .remedy = Vérifiez qu’il vient de la même banque. Répondez pour ce fichier : il aura son propre modèle.
diagnostic-profile-misfit = Le modèle « { $name } » est fait pour d’autres colonnes ({ $expected }) que celles de ce fichier ({ $found }). Le fichier a été lu sans lui.
    .remedy = Choisissez un autre modèle, ou aucun.
diagnostic-profile-no-form = Ceci n’est pas un modèle : { $found }
    .remedy = Choisissez un fichier exporté comme modèle.
diagnostic-profile-newer = Ce modèle vient d’une version plus récente du programme (forme { $found }).
    .remedy = Installez la dernière version.
diagnostic-profile-value = Ce modèle dit « { $found } » pour { $field }, ce qui ne veut rien dire ici.
    .remedy = Exportez-le de nouveau là où il a été fait.
diagnostic-profile-twice = Dans ce modèle, deux colonnes sont { $found } ; une ligne n’en a qu’une.
    .remedy = Exportez-le de nouveau là où il a été fait.
diagnostic-profile-lacks = Ce modèle n’a pas de colonne pour { $found ->
        [date] le jour
       *[amount] le montant
    }.
    .remedy = Exportez-le de nouveau là où il a été fait.
diagnostic-csv-too-many-columns = Le fichier a { $found } colonnes ; l’export d’une banque n’en a jamais plus de { $expected }.
    .remedy = Vérifiez que c’est bien le bon fichier.
diagnostic-csv-lines-beside =
    { $count ->
        [one] Une ligne n’est pas une opération (un titre, un total, une note). Seuls le compte et le solde y ont été lus.
       *[other] { $count } lignes ne sont pas des opérations (titres, totaux, notes). Seuls le compte et le solde y ont été lus.
    }
diagnostic-csv-fee-outside-amount = Des frais de { $found } figurent à côté des montants et ont aussi été retirés du solde. Ils sont montrés avec leurs lignes et ne comptent pas dans les montants.
    .remedy = Saisissez ces frais vous-même si le solde doit tomber juste.
diagnostic-nothing-to-import = Le fichier a un en-tête et aucune opération.
    .remedy = Choisissez une période plus longue sur le site de votre banque.
diagnostic-csv-same-header = { $count } colonnes portent le nom « { $found } », qui n’en désigne donc aucune. Leurs textes sont gardés ; rien d’autre n’en est tiré.
    .remedy = Vérifiez les opérations ci-dessous avant d’importer.
evidence-csv-header-and-rows = un tableau dont l’en-tête nomme des dates et des montants, avec des lignes qui ont les deux
evidence-csv-rows = des lignes qui ont chacune une date et un montant
evidence-csv-header = un en-tête qui nomme des dates et des montants
evidence-csv-name = des champs séparés par un même signe, et un nom qui finit par .csv

## MT940, MT942

diagnostic-fragment = Ces lignes contiennent { $found } mais aucun relevé : il manque un compte, un solde ou une opération.
    .remedy = Demandez le fichier entier sur le site de votre banque.
diagnostic-missing-fields = Il manque { $expected } à ce relevé.
    .remedy = Une partie a pu se perdre : comparez son solde avec le site de la banque.
diagnostic-statement-note = La banque ajoute une note au relevé : « { $found } ».
evidence-mt940 = les champs d’un relevé SWIFT
evidence-mt940-field = un champ d’un relevé SWIFT

## CFONB120

diagnostic-stray-complement = Cette ligne complète une opération, mais aucune ne la précède : { $found }.
    .remedy = Le début du fichier manque peut-être. Téléchargez-le de nouveau.
diagnostic-bad-length = Cette ligne compte { $found } caractères, au lieu des { $expected } de la règle.
    .remedy = Vérifiez le montant et le texte de cette ligne.
evidence-cfonb120 = des enregistrements de 120 caractères des banques françaises

## QIF

diagnostic-investment-register = C’est un registre de placements : ses montants ne disent pas si l’argent entre ou sort. Ils sont montrés pour information et jamais comptés.
    .remedy = Importez aussi le relevé du compte en espèces.
evidence-qif = un en-tête du format Quicken
evidence-qif-record = des enregistrements du format Quicken

## Classeurs (XLSX, XLS, ODS)

diagnostic-sheet-layout = Lu ainsi : feuille « { $sheet } », en-tête à la ligne { $header } (0 : aucun), colonnes { $columns } ; dates { $dateOrder }, décimale { $decimalSign }, montants { $sign } (d’après { $because } ; le solde courant suit { $agreeing } pas sur { $steps }). { $confidence ->
        [certain] Rien ne reste ouvert.
       *[other] Supposé : { $doubt }.
    }
diagnostic-sheet-without-table = La feuille { $record } ne contient aucun tableau d’opérations. Elle a été laissée de côté.
diagnostic-sheet-encrypted = Ce classeur est protégé par un mot de passe.
    .remedy = Ouvrez-le dans un tableur, enregistrez-le sans mot de passe, et déposez ce fichier ici.
diagnostic-sheet-damaged = Ce classeur est incomplet ou abîmé : { $found }.
    .remedy = Téléchargez-le à nouveau auprès de votre banque.
diagnostic-sheet-broken = La feuille est illisible au-delà de la ligne { $expected } : { $found }.
    .remedy = Téléchargez-le à nouveau. Les lignes qui précèdent sont données.
diagnostic-sheet-too-large =
    { $what ->
        [bytes] Décompressé, ce classeur dépasse { $expected } octets.
        [ratio] Une partie de ce classeur se décompresse à { $found } fois sa taille ; { $expected } fois sont permises.
        [texts] Les cellules de ce classeur contiennent plus de { $expected } octets de texte.
        [sheets] Ce classeur a { $found } feuilles ; { $expected } sont permises.
        [columns] Une ligne de ce classeur a { $found } colonnes ; { $expected } sont permises.
        [cells] Ce classeur a plus de { $expected } cellules.
       *[other] Ce classeur dépasse une limite de sûreté : { $found } { $what }, là où { $expected } sont permis.
    }
    .remedy = Demandez à votre banque une période plus courte, ou un CSV.
diagnostic-sheet-xml2003 = Ce classeur est au format XML d’Excel 2003, qui n’est pas lu.
    .remedy = Ouvrez-le dans un tableur, enregistrez-le en XLSX, et déposez ce fichier ici.
evidence-xlsx = les parties d’un classeur Excel
evidence-xls = le flux d’un classeur Excel 97–2003
evidence-ods = le type d’un classeur OpenDocument
evidence-sheet-encrypted = un document Office chiffré
evidence-sheet-xml = le XML d’Excel 2003

## Relevés imprimés : PDF et texte

diagnostic-printed-mismatch = Ce relevé n’a pas été lu, car il ne tombe pas juste : { $opening } avant la première ligne, { $rows } lignes, { $closing } après la dernière ; il manque { $found }.
    .remedy = Demandez à votre banque la même période en CSV, OFX ou CAMT. Si le relevé tombe juste sur le papier, signalez-nous sa mise en page.
diagnostic-printed-unproved = Ce relevé n’a pas été lu : { $found } lignes ont été trouvées, mais aucun solde ne prouve qu’elles y sont toutes et qu’elles sont justes.
    .remedy = Demandez à votre banque la même période en CSV, OFX ou CAMT.
diagnostic-printed-without-year = { $found } lignes ont été trouvées, mais rien ne dit de quelle année.
    .remedy = Déposez le relevé complet, avec sa première page.
diagnostic-printed-too-long = Ce texte a { $found } lignes ; { $expected } sont permises.
    .remedy = Déposez les relevés un par un.
diagnostic-pdf-password-wanted = Ce PDF est verrouillé.
    .remedy = Donnez son mot de passe ; les banques prennent souvent une date de naissance ou les chiffres d’un numéro de client.
diagnostic-pdf-password-wrong = Ce PDF ne s’ouvre pas avec ce mot de passe.
    .remedy = Donnez-le à nouveau.
diagnostic-pdf-unknown-encryption = Ce PDF est chiffré d’une façon qui n’est pas lue.
    .remedy = Ouvrez-le dans un lecteur de PDF, imprimez-le dans un nouveau PDF, et déposez ce fichier ici.
diagnostic-pdf-damaged = Ce PDF est incomplet ou abîmé.
    .remedy = Téléchargez-le à nouveau.
diagnostic-pdf-too-large =
    { $what ->
        [bytes] Ce PDF a { $found } octets ; { $expected } sont permis.
        [pages] Ce PDF a { $found } pages ; { $expected } sont permises.
       *[other] Ce PDF dépasse une limite de sûreté : { $found } { $what }, là où { $expected } sont permis.
    }
    .remedy = Déposez les relevés un par un.
diagnostic-pdf-scan = Ce PDF contient des images de pages ({ $found }), sans texte : c’est une numérisation.
    .remedy = Téléchargez le relevé sur le site de votre banque au lieu de le numériser, ou demandez-le en CSV, OFX ou CAMT.
diagnostic-pdf-scanned-pages = Des pages de ce PDF sont des images sans texte : { $found }. Elles n’ont pas été lues ; le relevé tombe juste sans elles.
diagnostic-pdf-empty = Ce PDF ne contient aucun texte.
    .remedy = Téléchargez-le à nouveau, ou demandez à votre banque un CSV, OFX ou CAMT.
diagnostic-pdf-unknown-letters = Les polices de ce PDF ne disent pas quelles lettres elles tracent ({ $found }).
    .remedy = Demandez à votre banque un CSV, OFX ou CAMT.
evidence-pdf = la marque d’un PDF
evidence-printed-statement = des lignes entre deux soldes, qui tombent juste
evidence-printed-lines = des lignes avec un jour et un montant, et un solde

## Le lecteur à part

diagnostic-worker-time-limit = Lire ce fichier a pris plus des { $expected } secondes permises. La lecture a été arrêtée.
    .remedy = Demandez à votre banque une période plus courte, ou un CSV.
diagnostic-worker-memory-limit = Lire ce fichier demande plus des { $expected } Mo de mémoire permis. La lecture a été arrêtée.
    .remedy = Demandez à votre banque une période plus courte, ou un CSV.
diagnostic-worker-crashed = Ce fichier a fait s’arrêter son lecteur. Rien d’autre n’a été touché.
    .remedy = Téléchargez-le à nouveau. S’il reste ainsi, demandez un CSV à votre banque.
diagnostic-worker-missing = Le programme foil, qui lit de tels fichiers à l’écart du reste, n’est pas à côté de Counterfoil.
    .remedy = Installez Counterfoil à nouveau.

## Courriels et pages de boutiques

evidence-email = les en-têtes d’un courriel
evidence-mbox = une boîte aux lettres de plusieurs courriels
evidence-html = une page web enregistrée
diagnostic-receipt-none = Ce document ne dit rien d’un achat, d’un remboursement ou d’un colis.
    .remedy = Déposez la confirmation de commande, la facture ou l’avis d’expédition.

## Factures en XML et en PDF

diagnostic-invoice-damaged = Cette facture électronique est mal formée, rien n’en a été lu : { $found }
    .remedy = Téléchargez-la à nouveau, ou demandez le PDF au commerçant.
diagnostic-invoice-document-type = Ce fichier porte un type de document (DTD), dont une facture électronique n’a jamais besoin et qui peut nuire. Il n’a pas été lu.
    .remedy = Ne l’ouvrez pas. Demandez la facture en PDF au commerçant.
diagnostic-invoice-unknown-encoding = Cette facture électronique se dit encodée en « { $found } », qui n’est pas un encodage. Rien n’en a été lu, pour qu’aucune lettre ni aucun montant ne soit faux.
    .remedy = Redemandez la facture au commerçant, en UTF-8.
diagnostic-invoice-empty = Cette facture électronique n’indique ni numéro ni montant.
    .remedy = Demandez la facture complète au commerçant.
diagnostic-invoice-signed = La facture que contient ce fichier signé n’a pas pu en être extraite.
    .remedy = Ouvrez-le avec votre logiciel de signature, enregistrez le XML qu’il contient et déposez ce fichier ici.
diagnostic-invoice-bad-amount = « { $found } » n’est pas un montant. Il a été laissé de côté.
    .remedy = Comparez les montants avec la facture.
diagnostic-invoice-bad-date = « { $found } » n’est pas une date. Elle a été laissée de côté.
    .remedy = Comparez les dates avec la facture.
diagnostic-invoice-bad-currency = « { $found } » n’est pas une devise. Elle a été laissée de côté.
    .remedy = Comparez les montants avec la facture.
evidence-cii = une facture électronique de l’UN/CEFACT (Factur-X, ZUGFeRD)
evidence-ubl = une facture électronique au format UBL
evidence-fatturapa = une facture électronique italienne
evidence-fatturapa-signed = une facture électronique italienne dans une signature
diagnostic-not-a-receipt = Ce fichier ne contient ni facture ni reçu que Counterfoil sache lire.
    .remedy = Déposez ici l’e-mail du commerçant ou sa facture en PDF.
diagnostic-scanned-receipt = Ce PDF contient des images de pages, pas de texte.
    .remedy = Demandez au commerçant le PDF d’origine, ou photographiez le reçu.
diagnostic-original-unshown = Ce genre de fichier est gardé, mais ne se montre pas ici.
    .remedy = Ouvrez le document dans son dossier, avec son propre programme.
diagnostic-original-unprinted = Cet original ne peut pas être imprimé.
    .remedy = Il reste dans votre historique, où il s’ouvre.
diagnostic-pictures-attached = Des images accompagnent cet e-mail.

## Images, agendas, export d’Amazon

evidence-picture = la marque d’une image
evidence-ics = un agenda qui annonce une livraison
evidence-amazon-orders = l’en-tête de l’export Amazon de ses propres commandes
diagnostic-recogniser-missing = Le texte d’une image est lu par Tesseract, qui n’est pas installé sur cet ordinateur.
    .remedy = Installez-le (sous Debian et Ubuntu, les paquets tesseract-ocr et tesseract-ocr-fra), puis déposez de nouveau l’image.
diagnostic-recogniser-stopped = Le texte de cette image n’a pas pu être reconnu dans les { $expected } secondes permises.
    .remedy = Recadrez l’image sur le ticket, puis déposez-la de nouveau.
diagnostic-picture-heic = Cette image est au format HEIC ou AVIF, que Counterfoil ne lit pas.
    .remedy = Enregistrez-la ou partagez-la en JPEG. Sur un iPhone : Réglages, Appareil photo, Formats, « Le plus compatible ».
diagnostic-picture-kind = Cette image est au format { $found }, que Counterfoil ne lit pas.
    .remedy = Enregistrez-la en PNG ou en JPEG.
diagnostic-picture-too-large = Cette image est trop grande pour être lue ({ $found }).
    .remedy = Recadrez-la sur le ticket, ou enregistrez-la plus petite.
diagnostic-picture-too-heavy = Ouvrir cette image prend plus de temps ou de mémoire que permis.
    .remedy = Recadrez-la sur le ticket, ou enregistrez-la plus petite, en JPEG ou en PNG.
diagnostic-picture-damaged = Cette image est abîmée ou coupée.
    .remedy = Copiez-la de nouveau depuis son origine, ou refaites la photo.
diagnostic-picture-without-receipt = Aucun total d’achat n’a pu être lu dans cette image.
    .remedy = Refaites la photo bien au-dessus, en pleine lumière, le ticket entier à plat et net.
diagnostic-amazon-row = Cette ligne de l’export d’Amazon n’a pas pu être lue : { $field } vaut « { $found } ». Elle a été laissée de côté.
    .remedy = Comparez-la avec la commande sur les pages d’Amazon.
