# The tray menu and its tooltip. Native text: no markup. Amounts and dates arrive written, masked where the user hides them.

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
tray-show-amounts = Show amounts
tray-import = Import a file…
tray-lock = Lock now
tray-open = Open Counterfoil
tray-unlock = Open…
tray-quit = Quit
