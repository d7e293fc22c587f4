# Le menu de la zone de notification, sa bulle, et les notifications. Texte natif, sans balise. Montants et dates arrivent écrits, masqués quand la personne les cache.

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
tray-parcel = Colis attendu, { $days }
tray-show-amounts = Montrer les montants
tray-import = Importer un fichier…
tray-lock = Verrouiller maintenant
tray-open = Ouvrir Counterfoil
tray-unlock = Ouvrir…
tray-quit = Quitter

## Notifications du bureau

notice-alerts =
    { $count ->
        [one] Une alerte vous attend
       *[other] { $count } alertes vous attendent
    }
notice-alerts-body =
    { $count ->
        [one] Ouvrez Counterfoil pour la lire.
       *[other] Ouvrez Counterfoil pour les lire.
    }
notice-reminders =
    { $count ->
        [one] Un rappel vous attend
       *[other] { $count } rappels vous attendent
    }
notice-reminders-body =
    { $count ->
        [one] Ouvrez Counterfoil pour le lire.
       *[other] Ouvrez Counterfoil pour les lire.
    }
notice-both = { $count } alertes et rappels vous attendent
notice-both-body = Ouvrez Counterfoil pour les lire.
notice-alert-of = { $name } : { $what }
notice-alert-of-money = { $name }, { $money } : { $what }
notice-double =
    { $count ->
        [0] deux débits identiques dans la même minute
        [one] deux débits identiques à { $count } minute d’écart
       *[other] deux débits identiques à { $count } minutes d’écart
    }
notice-double-day = deux débits identiques le même jour
notice-missed = attendu le { $day }, pas venu
notice-reminder-of = Rappel : { $text }
notice-open = Ouvrir
notice-later = Plus tard
