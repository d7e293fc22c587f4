# The tray menu, its tooltip, and notifications. Native text: no markup. Amounts and dates arrive written, masked where the user hides them.

tray-tooltip = Counterfoil
tray-tooltip-locked = Counterfoil, locked
tray-locked = Counterfoil is locked
tray-account = { $account }: { $balance } ({ $date })
tray-account-movement = { $account }: movement since { $date }
tray-account-nothing = { $account }: nothing imported yet
tray-no-account = No account yet
tray-alerts =
    { $count ->
        [one] { $count } alert to check
       *[other] { $count } alerts to check
    }
tray-parcel = Parcel expected, { $days }
tray-show-amounts = Show amounts
tray-import = Import a file…
tray-lock = Lock now
tray-open = Open Counterfoil
tray-unlock = Open…
tray-quit = Quit

## Notifications of the desktop

notice-alerts =
    { $count ->
        [one] An alert is waiting
       *[other] { $count } alerts are waiting
    }
notice-alerts-body =
    { $count ->
        [one] Open Counterfoil to read it.
       *[other] Open Counterfoil to read them.
    }
notice-reminders =
    { $count ->
        [one] A reminder is waiting
       *[other] { $count } reminders are waiting
    }
notice-reminders-body =
    { $count ->
        [one] Open Counterfoil to read it.
       *[other] Open Counterfoil to read them.
    }
notice-both = { $count } alerts and reminders are waiting
notice-both-body = Open Counterfoil to read them.
notice-alert-of = { $name }: { $what }
notice-alert-of-money = { $name }, { $money }: { $what }
notice-double =
    { $count ->
        [0] two identical debits within a minute
        [one] two identical debits { $count } minute apart
       *[other] two identical debits { $count } minutes apart
    }
notice-double-day = two identical debits on the same day
notice-missed = due on { $day }, and not there
notice-reminder-of = Reminder: { $text }
notice-open = Open
notice-later = Later
