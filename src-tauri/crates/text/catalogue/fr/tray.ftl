# Le menu de la zone de notification et sa bulle. Texte natif, sans balise. Montants et dates arrivent écrits, masqués quand la personne les cache.

tray-tooltip = Counterfoil
tray-tooltip-locked = Counterfoil, verrouillé
tray-locked = Counterfoil est verrouillé
tray-account = { $account } : { $balance } ({ $date })
tray-account-movement = { $account } : mouvement depuis le { $date }
tray-account-nothing = { $account } : rien d’importé
tray-no-account = Pas encore de compte
tray-alerts =
    { $count ->
        [one] { $count } alerte à vérifier
       *[other] { $count } alertes à vérifier
    }
tray-show-amounts = Montrer les montants
tray-import = Importer un fichier…
tray-lock = Verrouiller maintenant
tray-open = Ouvrir Counterfoil
tray-unlock = Ouvrir…
tray-quit = Quitter
