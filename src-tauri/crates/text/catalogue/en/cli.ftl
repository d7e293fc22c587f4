# What `foil` says to people. Errors first: error-<code of ApiError in kebab-case>, each with its .remedy; the window says them too.

## Errors

error-wrong-key = This passphrase does not open the ledger.
    .remedy = Check Caps Lock and the keyboard’s language, or use the twenty-four words.
error-too-many-tries = Too many wrong tries.
    .remedy = Wait a minute, then try again.
error-wrong-word = These are not the twenty-four words of this ledger.
    .remedy = Compare each word with the paper, in order.
error-weak-passphrase = This passphrase is too easy to guess.
    .remedy = Take at least twelve characters: four words of your own will do.
error-damaged = The ledger is damaged. Nothing was changed or deleted.
    .remedy = Restore a backup: the damaged file is kept beside it.
error-too-new = This ledger was written by a newer Counterfoil.
    .remedy = Update Counterfoil.
error-busy = The ledger is in use by another program.
    .remedy = Wait for its import to end, or close it.
error-read-only = The ledger cannot be written to.
    .remedy = Check the rights of its folder.
error-no-keyring = This computer’s keyring does not answer.
    .remedy = Use the passphrase. Nothing else is lost.
error-disk-full = The disk is full. Nothing was changed.
    .remedy = Make room, then try again.
error-locked = Counterfoil is locked.
    .remedy = Open it with the passphrase.
error-not-found = There is no such thing: { $found }.
    .remedy = Check the name or the number.
error-refused = This cannot be done: { $reason }.
    .remedy = Nothing was changed.
error-cancelled = Cancelled. Nothing was changed.
    .remedy = Start again when you like.
error-broken = Counterfoil made a mistake of its own. Nothing was changed.
    .remedy = Tell its authors what you did. Your data does not need to be in the report.

## Prompts

cli-prompt-passphrase = Passphrase:
cli-prompt-new-passphrase = New passphrase:
cli-prompt-repeat-passphrase = The same once more:
cli-prompt-phrase = The twenty-four words:
cli-prompt-confirm-erase = To confirm, type “erase”:
cli-word-erase = erase
cli-passphrases-differ = The two passphrases differ.

## foil init

cli-ledger-made = Ledger made in { $ledger }.
cli-phrase-heading = Write these twenty-four words on paper. They are shown once.
cli-phrase-warning = Without the passphrase and without them no one can open the ledger, not even the authors of Counterfoil.

## foil check

cli-check-heading = { $file }: { $format }
cli-check-statement = { $account }, { $from } to { $until }
cli-check-opening = Opening balance: { $balance } ({ $date })
cli-check-closing = Closing balance: { $balance } ({ $date })
cli-check-entries =
    { $count ->
        [one] { $count } transaction
       *[other] { $count } transactions
    }
cli-check-no-balance = This statement gives no balance: nothing to prove.
cli-proof-holds = Proven: { $opening } plus { $count } transactions equals { $closing }.
cli-proof-broken = Off by { $difference }.
cli-proof-walked = Proven: every balance stated along the lines follows from the one before.
cli-proof-broken-at = The balances stated along the lines break at line { $line }.
cli-proof-unstated = Not proven: the file states too few balances.
cli-findings =
    { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }

## foil import

cli-import-heading = { $file }: import { $number }
cli-import-plan-heading = { $file }: nothing is saved yet
cli-import-already = { $file } is already in your history: nothing new.
cli-import-twice = { $file } is the same file as one before it.
cli-import-in-doubt = { $file } holds something to decide. Nothing was saved.
cli-import-in-doubt-remedy = Answer with --answer, or accept what is safe with --yes.
cli-import-new-account = New account: { $account }
cli-import-left-out = Left out: line { $line }
cli-count-new =
    { $count ->
        [one] { $count } new
       *[other] { $count } new
    }
cli-count-receipts =
    { $count ->
        [one] { $count } receipt
       *[other] { $count } receipts
    }
cli-count-links =
    { $count ->
        [one] { $count } payment with its receipt
       *[other] { $count } payments with their receipts
    }
cli-count-known =
    { $count ->
        [one] { $count } known
       *[other] { $count } known
    }
cli-count-updated =
    { $count ->
        [one] { $count } updated
       *[other] { $count } updated
    }
cli-count-conflict =
    { $count ->
        [one] { $count } in conflict
       *[other] { $count } in conflict
    }
cli-count-unreadable =
    { $count ->
        [one] { $count } unreadable
       *[other] { $count } unreadable
    }

## Questions

question-date-order = Which comes first in these dates, the day or the month?
question-decimal-sign = Which sign separates the decimals?
question-sign = Is money out written as negative in this file?
question-account = Which account is this statement of?
question-columns = Which column is which?
question-encoding = How are the letters of this file written?
question-currency = Which currency is this account in?
question-kind = Is this a statement or a receipt?
question-conflict = Which of these lines is right?
question-password = Which password opens this file?
cli-question-assumed = assumed: { $choice }

## foil history, accounts, balances

cli-history-heading = Operations, newest first
cli-history-empty = Nothing has been imported yet.
cli-history-undone = undone
cli-undone = { $number } undone.
cli-redone = { $number } done again.
cli-accounts-empty = No account yet.
cli-balance = { $account }: { $balance } ({ $date })
cli-balance-movement = { $account }: { $movement } since { $date }, no balance known
cli-balance-proved = proven
cli-ask-more = { $count ->
    [one] and one more
   *[other] and { $count } more
    }
cli-search-none = Nothing for “{ $query }”.
cli-search-understood = Looking for: { $query }
cli-search-problem = { $part }: { $problem }
cli-search-excerpt = { $document }: { $text }
cli-coverage-proved = proved
cli-coverage-unproved = not proved
cli-coverage-overlapping = told by several statements
cli-coverage-missing = missing
cli-coverage-accepted = missing, not to be had
cli-timeline-gap = No statement from { $from } to { $until }
cli-timeline-gap-sum = { $gap }: the missing transactions come to { $difference }
cli-timeline-note = Note: { $note }
cli-timeline-reminder = Reminder: { $note }
cli-timeline-reminder-done = Reminder, done: { $note }
cli-chain-break = The statement before closed with { $expected }, this one opens with { $stated }: { $difference }
cli-verify-ok = Everything agrees.

## foil: the ledger's folder, keys, export

cli-no-ledger = There is no ledger in { $ledger }.
    .remedy = Make one with `foil init`, or name another folder with --ledger.
cli-no-folder = This system does not say where programs keep their data.
    .remedy = Name the ledger’s folder with --ledger.
cli-no-passphrase = The ledger needs its passphrase, and there is no terminal to ask at.
    .remedy = Hand it over with --passphrase-file or --passphrase-fd, or turn the keyring on.
cli-passphrase-unreadable = The passphrase cannot be read from { $file }: { $reason }.
    .remedy = Check the file, its rights, or the number of the descriptor.
cli-passphrase-set = The passphrase is set.
cli-keyring-on = The keyring now opens the ledger.
cli-keyring-off = The keyring no longer opens the ledger.
cli-print-locked = Left out: { $file } is protected. Its password opens it: --answer password=WORD
cli-backed-up = Backed up, read back and verified: { $file }
cli-restored = Restored. Accounts: { $accounts }, entries: { $entries }.
cli-replaced = The ledger before it is kept in { $folder }.
cli-prompt-words = The 24 words:
cli-erase-ask = This deletes { $ledger } and the key that opens it, for good. To confirm, type { $word }:
cli-erase-unconfirmed = Nothing was erased.
    .remedy = Type the word that is asked for, or add --yes.
cli-erased = Erased: { $ledger }
cli-still-in-keyring = The system’s keyring did not answer: it keeps the entry “counterfoil”.
cli-exported = Written: { $file }
cli-import-refused = { $file } holds nothing that can be imported. Nothing was saved.
cli-import-nothing = There is no file to import.
cli-timeline-balance = Balance: { $balance }
cli-progress-reading = { $file }: reading, { $percent }%
cli-progress-planning = { $file }: comparing, { $percent }%
cli-progress-writing = { $file }: writing, { $percent }%

cli-carrier-valid = { $number }: { $carrier }, { $confidence } % sure
cli-carrier-like = { $number }: looks like one of { $carrier }, but may be none
cli-carrier-unknown = { $number }: no carrier that is known
cli-carrier-others = or else: { $carriers }

## foil: receipts and parcels

cli-receipts-none = No receipt waits for its payment.
cli-receipt-waiting = { $number }  { $title }, not on a statement yet
cli-receipt-in-doubt = { $number }  { $title }, one of these may have paid for it:
cli-receipt-candidate = entry { $number }
cli-deliveries-none = Nothing is on its way.
cli-parcel-expected = { $title }: arriving { $from } to { $until }
cli-parcel-expected-on = { $title }: arriving { $from }
cli-parcel-delivered = { $title }: delivered { $date }
cli-parcel-unknown = { $title }: on its way
cli-service-return = Can be sent back until { $date }
cli-service-guarantee = Legal guarantee until { $date }
cli-service-warranty = Warranty until { $date }
cli-receipt-said = Noted, as operation { $number }.
cli-transfer = between your accounts
operation-link = Receipt linked
operation-unlink = Receipt unlinked
operation-arrive = Parcel arrived
operation-await = Parcel not there yet
operation-pair-refund = A refund and its purchase belong together
operation-part-refund = A refund is not of this purchase
operation-set-profile = Files read by “{ $first }”
operation-forget-profile = Forgot how to read “{ $first }”
cli-check-receipt = { $merchant }, { $date }
cli-check-receipt-total = Total: { $total }
cli-check-receipt-order = Order { $number }
cli-check-receipt-invoice = Invoice { $number }
cli-check-expected = Expected by { $date }
cli-check-delivered = Delivered on { $date }
cli-check-pickup = To be fetched by { $date }
cli-delivery-ordered = Ordered
cli-delivery-shipped = On its way
cli-delivery-delayed = Delayed
cli-delivery-out-for-delivery = Out for delivery
cli-delivery-pickup-ready = Ready for pickup
cli-delivery-delivered = Delivered
cli-delivery-returned = Returned or cancelled

## Profiles

cli-profiles-none = No profile is kept. Answering the questions of a file makes one for its header.
cli-profile-columns = columns: { $columns }
cli-profile-dates = dates: { $dateOrder }
cli-profile-decimal = decimal sign: { $decimalSign }
cli-profile-sign = amounts: { $sign }
cli-profile-encoding = encoding: { $encoding }
cli-profile-delimiter = fields parted by: { $delimiter }
cli-profile-skip-end = lines left out at the end: { $count }
cli-profile-out-words = words for money out: { $words }
cli-profile-currency = currency: { $currency }
cli-profile-account = account: { $account }
cli-profile-exported = “{ $name }” is written to { $file }. It names no account and no person.
cli-profile-imported = “{ $name }” is kept.
cli-profile-exists = { $file } is there already.
    .remedy = Name another file.

## foil fees

cli-fees-none = No bank fee is known.
cli-fees-none-in = No bank fee is known in { $year }.
cli-fees-year = { $year }, by { $day }: { $money }
cli-fees-more = { $money } more than in { $year } by the same date
cli-fees-less = { $money } less than in { $year } by the same date
cli-fees-same = as much as in { $year } by the same date

## foil: what the history says

cli-alerts-none = Nothing to look at.
cli-alert-double-minutes =
    { $minutes ->
        [0] Two identical debits of { $money } within a minute
        [one] Two identical debits of { $money } { $minutes } minute apart
       *[other] Two identical debits of { $money } { $minutes } minutes apart
    }
cli-alert-double-day = Two identical debits of { $money } on the same day
cli-alert-missed = Due and not there: { $money }
cli-recurring-none = Nothing recurs regularly yet.
cli-charge = { $name }  { $money } { $rhythm }, next on { $next }
cli-charge-about = { $name }  about { $money } { $rhythm }, next on { $next }
cli-charge-ended = { $name }  { $money } { $rhythm }, nothing since { $last }
cli-price-change = From { $from } to { $to }
cli-timeline-expected = { $money }  { $name } (expected, not on a statement yet)
operation-answer-alert = An alert answered
