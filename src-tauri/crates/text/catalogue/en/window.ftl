### The window. Keys are grouped by screen; `$count` chooses a plural, `$n` is the same number as written.

## Common words

close = Close
cancel = Cancel
save = Save
edit = Edit
back = Back
continue = Continue
show = Show
hide = Hide
retry = Try again
stop = Stop
ok = OK
copy = Copy
copied = Copied
print = Print
later = Later
never = Never
begin = Get started
percent = { $n }%
minutes = { $n } min
key-control = Ctrl
key-shift = Shift
key-enter = Enter
key-space = Space
account = Account
conversations = Conversations
entries =
    { $count ->
        [one] { $n } transaction
       *[other] { $n } transactions
    }
rows =
    { $count ->
        [one] { $n } line
       *[other] { $n } lines
    }
line = Line { $line }:
from-until = { $from } to { $until }
until-day = Up to { $day }:
of-month = { $month }

## Rail

rail = Main navigation
rail-conversations = Conversations
rail-search = Search
rail-import = Import a file
rail-history = History
rail-hide-amounts = Hide amounts
rail-show-amounts = Show amounts
rail-lock = Lock
rail-settings = Settings

## Conversation list

filters = Filter conversations
filter-all = All
filter-accounts = Accounts
filter-merchants = Merchants
filter-unread = Unread
pinned = Pinned
unread = { $n } unread
balance-as-of = on { $day }
movement-since = movement since { $day }
movement = movement
spoken-out = paid
spoken-in = received
empty-unread = Nothing unread
empty-filter = Nothing here
empty-filter-all = Show all
empty-list = No statement yet
empty-list-hint = Your accounts and merchants will appear here.
import-file = Import a file
account-type-current = Current account
account-type-savings = Savings
account-type-card = Card
account-type-cash = Cash
account-type-loan = Loan
account-type-investment = Investment
account-type-other = Other account

## Search

search = Search everywhere
search-clear = Clear the search
search-results = Results
search-commands = Commands
search-found =
    { $count ->
        [0] No result
        [one] { $n } result
       *[other] { $n } results
    }
search-found-more = The { $n } most recent results. Add a word to see others.
search-nothing = Nothing for “{ $query }”
search-kind-entry = Transactions
search-kind-receipt = Receipts
search-kind-note = Notes
search-kind-conversation = Conversations
search-kind-mail = Text of e-mails
search-kinds = Kinds of results
search-title = Search
search-begin = Search the whole history
search-here = on this computer.
search-sum = Transactions found:
search-sum-without-transfers = Transactions found, transfers between your accounts left out:
search-sum-expected = Expected:
search-all = See all in search
search-note-of = Note, in { $name }
search-place = In the conversation
search-more-conversation =
    { $count ->
        [one] { $n } more conversation
       *[other] { $n } more conversations
    }
search-more-entry =
    { $count ->
        [one] { $n } more transaction
       *[other] { $n } more transactions
    }
search-more-receipt =
    { $count ->
        [one] { $n } more receipt
       *[other] { $n } more receipts
    }
search-more-note =
    { $count ->
        [one] { $n } more note
       *[other] { $n } more notes
    }
search-more-mail =
    { $count ->
        [one] { $n } more e-mail
       *[other] { $n } more e-mails
    }
search-precise = Be more precise
search-part-amount = >€20
search-sort-amount = amount
search-part-from = from:
search-sort-from = merchant
search-part-account = account:
search-sort-account = account
search-part-days = March { $year }
search-sort-days = day, month
search-part-tag = #home
search-sort-tag = tag
search-part-without = without:receipt
search-sort-without = missing
search-hint = Try a merchant, a word of the label, an amount or a date.
search-chips = What is understood
search-remove = Remove “{ $part }”
search-in = in { $file }
search-has-receipt = with a receipt
search-waiting = not on a statement yet
search-parcel = Parcel
search-wider = No result meets all of these conditions at once.
search-without-days = Search without the date
search-everywhere = Search everywhere
search-teach = Look for a word, or be more precise:
search-examples = Examples
search-example-amount = >€20
search-means-amount = amount, above or below
search-example-range = 10.50..20
search-means-range = between two amounts
search-example-from = from:market
search-means-from = merchant or person
search-example-account = account:current
search-means-account = one of your accounts
search-example-days = last week
search-means-days = day, month, year, range
search-example-tag = #home
search-means-tag = tag
search-example-without = without:receipt
search-means-without = what is missing
search-example-is = is:refund
search-means-is = refund, out, fee…

## Timeline

timeline = Conversation timeline
timeline-empty = No transaction in this conversation.
amounts-hidden = Amounts hidden
amounts-show = Show
to-end = Go to the end
to-end-day = To { $day }
unread-marker = Unread
arrived =
    { $count ->
        [one] { $n } new
       *[other] { $n } new
    }
entry-menu = What to do with this transaction
open-conversation = Open { $name }
choose-entry = Select
choose-not = Deselect
choose-none = Clear the selection
chosen-entries = Selected transactions
copy-entries =
    { $count ->
        [one] Copy
       *[other] Copy { $n } transactions
    }
copy-csv =
    { $count ->
        [one] Copy as CSV
       *[other] Copy { $n } as CSV
    }
copied-entries =
    { $count ->
        [one] { $n } transaction copied
       *[other] { $n } transactions copied
    }
copy-failed = The clipboard did not answer. Nothing was copied.
csv-date = Date
csv-time = Time
csv-account = Account
csv-name = Name
csv-text = Text
csv-amount = Amount
csv-currency = Currency
go-to-month = Go to a month
year-before = Previous year
year-after = Next year
choose-conversation = Choose a conversation
choose-conversation-lead = or drop a statement anywhere in the window.
empty-drop-title = Drop a first statement
empty-drop-lead = Anywhere in the window. Nothing doubtful is saved until you agree, and everything can be undone.
choose-file = Choose a file
try-sample = Try with sample data
card = Card { $ending }
original-amount = that is { $money }
status-pending = not booked yet
status-info = for information, not counted
verb-paid = paid
verb-sent = sent
verb-debited = debited
verb-withdrawn = withdrawn
verb-cheque = cheque
verb-fee = fee
verb-interest = interest
verb-refunded = refunded
verb-deposited = deposited
verb-salary = salary
verb-received = received
verb-pending = pending
verb-info = noted
spoken-money-out = { $money } to { $name }
spoken-money-in = { $money } from { $name }
type-card = Card payment
type-transfer = Transfer
type-directDebit = Direct debit
type-cash = Cash
type-cheque = Cheque
type-fee = Bank fee
type-interest = Interest
type-salary = Salary
type-refund = Refund
type-other = Transaction
balance-opening = Opening balance
balance-closing = Closing balance
balance-available = Available balance
balance-interim = Stated balance
balance-user = Balance set by you
verb-expected = expected
verb-refund-expected = refund expected
waiting-for-statement = not on a statement yet
order-number = Order { $order }
receipt-inside = What it says
receipt-read-mails =
    { $count ->
        [one] E-mail read on this computer
       *[other] { $n } e-mails · read on this computer
    }
receipt-read-documents =
    { $count ->
        [one] Document read on this computer
       *[other] { $n } documents · read on this computer
    }
receipt-lines =
    { $count ->
        [one] { $n } line
       *[other] { $n } lines
    }
receipt-tax = VAT { $rate }%
receipt-tax-of = including VAT { $rate }%
receipt-rest = Delivery and other costs
receipt-off = Reductions
receipt-total = Total
receipt-equal = Same as the bank’s debit
receipt-equal-credit = Same as the bank’s credit
receipt-differs = Off by { $money } from the bank’s debit
transfer-to = To { $account }
transfer-from = From { $account }
between-accounts = Between your accounts
refund-of = Purchase of { $day }
cost-in-the-end = cost { $money } in the end
go-to-purchase = See the purchase of { $day }
both-entries = both entries
go-to-twin = See it in { $account }
transfer-section = Between your accounts
transfer-other = { $account } on { $day }
transfer-by-you = You said so
transfer-why = Why: { $reasons }
transfer-reason-account-number = account number
transfer-reason-account-name = account name
transfer-reason-words = words of a transfer
transfer-reason-same-day = same day
transfer-reason-stated-amount = amounts as stated
transfer-arrived-as = { $money } there
transfer-part = Not the same money
transfer-pair = The same money
transfer-confirm = This is right
transfer-question = Could be the same money, between your accounts:
transfer-paired = One transfer between your accounts
transfer-parted = Two separate transactions
your-note = Your note:
delivery-between = Arriving between { $from } and { $until }
delivery-on = Arriving on { $day }
delivery-unknown = Arrival date unknown
delivery-unknown-of = { $name }: arrival date unknown
delivery-late = late
delivered-on = Delivered { $day }
delivered-early =
    { $count ->
        [one] Delivered { $day }, one day before the date given
       *[other] Delivered { $day }, { $n } days before the date given
    }
delivered-late =
    { $count ->
        [one] Delivered { $day }, one day after the date given
       *[other] Delivered { $day }, { $n } days after the date given
    }
step-ordered = Ordered
step-shipped = Shipped
step-onTheWay = On its way
step-delivered = Delivered
step-state-done = done
step-state-now = now
step-state-toCome = to come
day-range = { $from } – { $until }
from-email = From the e-mail of { $day }
from-receipt = From the receipt of { $day }
gap-title = Missing: { $from } to { $until }
gap-add = Add the statement
gap-accept = I don’t have it
gap-accepted = { $what }; the statement is not to be had
gap-is-accepted = You will not be asked for this statement again.
return-today = Last day to return it
return-until = Can be returned until { $day }
guarantee-until = Legal guarantee until { $day }
delivered-since = delivered on { $day }
proof-holds = { $period } statement proven
proof-broken = { $period } statement off
proof-unstated = { $period } statement
chain-break = The statement before closed with { $expected }, this one opens with { $stated }: { $difference }
proof-nothing-to-prove = This statement gives no balance: nothing to prove.
proof-other-format = As OFX, CAMT or MT940 it would usually state one.
proof-nothing-before = It closes with { $closing }, but nothing says what there was before. With the statement before it, or the balance of the day before, it can be proven.
proof-apart = { $known } on { $day } and the transactions known since do not lead to { $closing }: { $missing } is missing.
proof-led-later = It closes with { $closing } and does not say what it opens with: it is proven if the history knows what there was before, and it adds up.
proof-add-before = Add the statement before
proof-say-balance = Give the balance
proof-sentence-holds =
    { $count ->
        [one] { $opening } plus { $n } transaction equals { $closing }, proven
       *[other] { $opening } plus { $n } transactions equals { $closing }, proven
    }
proof-sentence-broken =
    { $count ->
        [one] { $opening } plus { $n } transaction does not make { $closing }
       *[other] { $opening } plus { $n } transactions do not make { $closing }
    }
proof-opening = balance on { $day }
proof-closing = stated on { $day }
proof-movements = { $in } and { $out }
proof-off = Off by { $money }.
proof-off-line = Off by { $money }: from line { $line } on.
proof-of = Balance proof, { $account }
import-of = Import of { $file }
import-added =
    { $count ->
        [0] nothing new
        [one] { $n } transaction added
       *[other] { $n } transactions added
    }
import-updated = { $n } completed
import-known = { $n } already known
import-unreadable = { $n } unreadable
import-busy = An import is already running. Drop these files afterwards.
import-undo = Undo the import of { $file }

## Header

header-entries =
    { $count ->
        [one] { $n } transaction
       *[other] { $n } transactions
    }
header-entries-since =
    { $count ->
        [one] { $n } transaction since { $year }
       *[other] { $n } transactions since { $year }
    }
header-statements =
    { $count ->
        [one] { $n } statement
       *[other] { $n } statements
    }, { $provedCount ->
        [0] none proven
       *[other] { $proved } proven
    }
spent-in-year = spent in { $year }
received-besides = { $money } received
received-in-year = received in { $year }
account-edit = Account name, type and balance
account-broken = the latest statement is off
sparkline-sentence =
    { $count ->
        [one] One month with transactions: { $month }, { $money }.
       *[other] { $n } months of twelve have transactions. The highest: { $month }, { $money }.
    }
sparkline-hidden = Transactions by month, amounts hidden.
sparkline-lacking =
    { $count ->
        [one] A statement is missing: { $months }.
       *[other] Statements are missing: { $months }.
    }
sparkline-month = { $month }: { $money }
curve-sentence = Balance from { $from } to { $until }: lowest { $low } on { $lowDay }, highest { $high } on { $highDay }.
curve-hidden = Balance from { $from } to { $until }, amounts hidden.
month-proved = proven
coverage-gap = statement missing
coverage-accepted = statement not to be had
coverage = Statements by month
coverage-overlapping = several statements
coverage-unproved = not proven

## Details

details = Details
details-close = Close details
details-nothing = Choose a transaction.
chart-in = in
chart-out = out
chart-month = Month
chart-balance = Balance
chart-entries = Transactions
figures-months = In and out, twelve months
figures-in = In
figures-out = Out
heat-caption = Days with transactions
heat-hidden = The days with transactions are hidden with the amounts.
heat-less = less
heat-more = more
paid-to = Paid to { $name }
received-from = Received from { $name }
paid-to-by-card = Paid to { $name }, card { $ending }
received-from-by-card = Received from { $name }, card { $ending }
entry-raw = The bank’s own text
field-name = Name
field-payer = Payer
field-payee = Payee
field-payer-behind = Paid for
field-payee-behind = Received for
field-bank = Their bank
field-ordered-by = Ordered by
field-wording = Wording
field-message = Message
field-more = More details
field-reference = Reference
field-purpose = Purpose
field-fees = Fees
field-returned = Why it came back
field-address = Address
field-category = Category
entry-dates = Dates
date-transaction = Transaction
date-booking = Booked
date-value = Value
entry-parties = Counterparty
entry-name = Name
entry-counterparty-account = Their account
entry-account = Your account
entry-type = Method
entry-original = Original amount
entry-rate = Exchange rate
rate-stated = { $rate }, as stated
entry-balance-after = Balance after
entry-references = References
entry-reference = Bank
entry-end-to-end = End to end
entry-mandate = Mandate
provenance = Where it comes from
provenance-file = File
provenance-line = Line
provenance-format = Format
provenance-imported = Imported
provenance-hash = Fingerprint

## Dropping files

drop-anywhere = Drop anywhere
drop-lead = Statements of all your banks, together, in any order. You check whatever is doubtful before it is saved.
drop-originals-stay = The originals stay where they are.
drop-nothing-leaves = Nothing leaves this computer.
progress = Work in progress
progress-reading = Reading
progress-planning = Comparing
progress-writing = Saving
toasts = Messages
toast-undo = Undo
toast-redo = Redo
toast-retry = Try again
toast-imported =
    { $count ->
        [one] { $n } transaction imported
       *[other] { $n } transactions imported
    }
toast-imported-proved =
    { $count ->
        [one] { $n } transaction imported, all proven
       *[other] { $n } transactions imported, all proven
    }
toast-nothing-new = Nothing new: it was all there already.
toast-undone = Taken back
toast-redone = Done again

## Review before an import

review-title = Check before importing
review-files =
    { $count ->
        [one] { $n } file dropped.
       *[other] { $n } files dropped.
    }
nothing-saved-yet = Nothing is saved until you agree.
review-files-list = Files
review-add-files = Add files
review-filters = Filter lines
review-open-questions =
    { $count ->
        [one] { $n } question left to answer.
       *[other] { $n } questions left to answer.
    }
review-nothing-new = Nothing new in these files.
review-undoable = Every import can be undone, now or later.
import-entries =
    { $count ->
        [one] Import { $n } transaction
       *[other] Import { $n } transactions
    }
import-known-files = Keep the file, nothing new
import-updates =
    { $count ->
        [one] Complete { $n } transaction
       *[other] Complete { $n } transactions
    }
file-left-out = left out
file-leave-out = Leave this file out
file-questions =
    { $count ->
        [one] { $n } question
       *[other] { $n } questions
    }
file-rows-to-see =
    { $count ->
        [one] { $n } line to check
       *[other] { $n } lines to check
    }
file-nothing-new = nothing new
file-off = off
file-proved = proven
file-ready = ready
file-already = Imported already on { $day }
file-already-long = Exactly this file was imported already on { $day }.
file-unknown = Unknown format
file-unknown-long = Counterfoil cannot read this file. It is left out.
count-new = { $n } new
count-updated = { $n } completed
count-known = { $n } already known
count-conflict =
    { $count ->
        [one] { $n } conflict
       *[other] { $n } conflicts
    }
count-unreadable = { $n } unreadable
state-new = new
state-updated = completed
state-known = known
state-conflict = conflict
state-unreadable = unreadable
column-state = State
column-line = Line
column-date = Date
column-text = Text in the file
column-conversation = Conversation
column-amount = Amount
review-known-rows =
    { $count ->
        [one] { $n } line already in your history, left as it is
       *[other] { $n } lines already in your history, left as they are
    }
review-more-rows =
    { $count ->
        [one] Show { $n } more line
       *[other] Show { $n } more lines
    }
review-left-out =
    { $count ->
        [one] { $n } line is left out: it stays in the history as deleted, and can be brought back.
       *[other] { $n } lines are left out: they stay in the history as deleted, and can be brought back.
    }
review-take-all = Take all lines
review-take-shown = Take all lines shown
state-left-out = left out
review-correct-date = Correct the date
review-correct-amount = Correct the amount
review-correct-line = Correct the line
review-correct-instead = Read in place of “{ $found }”
review-correct-missing = Read here
review-correct-read = Read again
review-newcomer = new here
review-corrected = Corrected by you: { $text }
review-correct-undo = Put back
conflict-title =
    { $count ->
        [one] { $n } line may be in your history already
       *[other] { $n } lines may be in your history already
    }
conflict-why = Same amount and like words within three days, in two files that both tell of both days: two movements would stand in each.
conflict-held = In your history
conflict-file = In { $file }
conflict-place = { $file }, line { $line }
conflict-days-later =
    { $count ->
        [one] { $n } day later
       *[other] { $n } days later
    }
conflict-days-earlier =
    { $count ->
        [one] { $n } day earlier
       *[other] { $n } days earlier
    }
conflict-more =
    { $count ->
        [one] Show { $n } more
       *[other] Show { $n } more
    }
choice-conflict-different-hint = two movements
choice-conflict-same-hint = one movement, on the day known so far
review-proved = Proven: it adds up.
severity-error = Error:
severity-warning = Warning:
severity-info = For information:
question-choose = To choose
ask-dateOrder = Dates
ask-decimalSign = Decimals
ask-sign = Signs
ask-account = Into account
ask-columns = Columns
ask-encoding = Encoding
ask-currency = Currency
ask-kind = File format
ask-conflict = Duplicates
ask-password = Password of the file
ask-other = To be settled
choice-dateOrder-dmy = day/month/year
choice-dateOrder-mdy = month/day/year
choice-dateOrder-ymd = year/month/day
choice-decimalSign-comma = comma (12,50)
choice-decimalSign-point = full stop (12.50)
choice-sign-asPrinted = as in the file
choice-sign-inverted = reversed: spending is positive
choice-account-new = New account
choice-conflict-different = keep both
choice-conflict-same = keep one
choice-column = column { $n }
question-assumed = assumed

## The mapping step

mapping-title = What do the columns say?
mapping-unknown = { $file } has a header not seen before. Your answers will serve for the next files too.
mapping-known = { $file } is read by the profile “{ $profile }”.
mapping-open = Read otherwise
mapping-steps = Steps
mapping-step-files = Files
mapping-step-columns = Columns
mapping-step-review = Review
mapping-table = Lines of the file
mapping-role-of = Role of the column { $header }
mapping-around = around the table
mapping-more-lines =
    { $count ->
        [one] { $n } more line
       *[other] { $n } more lines
    }
mapping-delimiter = Separator
delimiter-1 = semicolon
delimiter-2 = comma
delimiter-3 = tab
delimiter-4 = vertical bar
delimiter-5 = tilde
delimiter-6 = caret
encoding-windows-1252 = Windows-1252 (Western Europe)
encoding-iso-8859-15 = ISO 8859-15 (with €)
encoding-iso-8859-2 = ISO 8859-2 (Central Europe)
encoding-windows-1250 = Windows-1250 (Central Europe)
encoding-windows-1251 = Windows-1251 (Cyrillic)
encoding-macintosh = Mac (old)
mapping-header = Header
mapping-no-header = none
mapping-header-line = line { $n }
mapping-skip-end = Last lines to leave out
mapping-profile = Profile
mapping-profile-auto = by the header
mapping-profile-none = none
mapping-by-proof = the file proves it
mapping-by-usual = guessed from the rest of the file
mapping-by-nothing = to confirm
mapping-by-answer = your answer
mapping-by-profile = from “{ $name }”
mapping-invert = Flip the signs
mapping-invert-hint = For a file that writes spending as positive.
mapping-out-words = Words that mean “out”
mapping-out-words-known = the known words: D, debit, Soll…
mapping-twice = Two columns have the same role. A line has only one.
mapping-lacks-date = No column gives the day.
mapping-lacks-amount = No column gives the amount.
mapping-balance = Balance recomputed over { $n } steps of { $of }.
mapping-balance-good = The columns of amounts are right, and so are the signs.
mapping-balance-off = A column or a sign is wrong, or lines are missing.
mapping-day = { $example } is read as { $day }.
mapping-day-decided = Line { $line } decides: { $printed } has one reading.
mapping-day-open = No line settles it. If it is another day, change “Dates”.
mapping-preview = What you will see
mapping-preview-none = Nothing can be read this way yet.
mapping-line = line { $n }
mapping-out = out
mapping-in = in
mapping-name = Name of the profile
mapping-remember = Recognise this layout next time
mapping-remember-hint = You won’t be asked again for this header.
mapping-read-all =
    { $count ->
        [0] No transaction read.
        [one] { $n } transaction read, no line failed.
       *[other] { $n } transactions read, no line failed.
    }
mapping-read-some = Transactions read: { $n }. Lines that failed: { $bad }.
mapping-verify =
    { $count ->
        [one] Review { $n } transaction
       *[other] Review { $n } transactions
    }
role-booking-date = Date
role-transaction-date = Made on
role-value-date = Value date
role-text = Text
role-counterparty = Name
role-amount = Amount
role-debit = Out
role-credit = In
role-indicator = Direction
role-balance = Balance
role-currency = Currency
role-reference = Reference
role-code = Type
role-fee = Fee
role-account = Account
role-counterparty-account = Their account
role-ignored = Ignored
role-time = Time
role-status = Status
role-original-amount = Original amount
role-original-currency = Original currency
role-rate = Rate
role-payer = Payer
role-account-name = Account name
role-bank-id = Bank code
role-end-to-end-id = End-to-end id
role-mandate-id = Mandate
role-balance-before = Balance before
role-part-amount = Part of an amount
role-other = Other

## Profiles

settings-profiles = Bank profiles
profiles-none = When you answer the questions of a CSV file or a workbook, Counterfoil keeps a profile of it.
profiles-hint = A profile names no account and no person: it can be shared.
profile-name = Name of the profile
profile-rename = Rename
profile-rename-named = Rename { $name }
profile-export = Export…
profile-export-named = Export { $name }
profile-exported = “{ $name }” is exported
profile-forget = Forget
profile-forget-named = Forget { $name }
profile-renamed = Now called { $name }
profile-forgotten = “{ $name }” is forgotten
profile-import = Import a profile
profile-imported =
    { $count ->
        [one] { $n } profile imported
       *[other] { $n } profiles imported
    }
history-set-profile = Bank profile
history-forget-profile = Bank profile forgotten

## History

history = History
history-lead = Everything that was done, newest first. Undoing an import removes exactly what it brought.
history-receipt = receipt
history-filter = Narrow the history
history-only-all = Everything
history-only-imports = Imports
history-only-own = What you did
history-only-undone = Undone
history-open-original = Open the original of { $file }
history-empty = Nothing has been imported yet.
history-undone = undone
history-import = Imported file
history-set-account = Account changed
history-delete-entry = Transaction removed
history-accept-gap = Statement not to be had
history-pair = Transfer between your accounts
history-part = Not a transfer between your accounts
history-other = Change
history-undo = Undo: { $name }
history-redo = Redo: { $name }
proof-unstated-short = not proven

## Settings

settings = Settings
settings-display = Display
settings-language = Language
settings-as-system = Same as the system
settings-theme = Theme
theme-light = Light
theme-dark = Dark
settings-text-size = Text size
settings-text-size-hint = Everything grows, the window rearranges itself
settings-density = Density
density-roomy = Roomy
density-compact = Compact
settings-ground = Conversation background
settings-ground-watermark = Watermarked paper
settings-ground-plain = Plain
settings-privacy = Privacy
settings-hide-hint = Digits are replaced, not blurred.
settings-tray = Amounts in the notification area
settings-tray-hint = The menu shows “•••” while this is off.
settings-tray-missing = Your desktop shows no notification area. Counterfoil stays in its window.
settings-notifications = Desktop notifications
notifications-off = Off
notifications-discreet = Discreet
notifications-full = Full
notifications-hint-off = No notification is shown
notifications-hint-discreet = “An alert is waiting”, with no name and no amount
notifications-hint-full = The name and the amount, or the reminder’s text; without figures while amounts are hidden
notifications-hint-missing = Counterfoil cannot show any on this desktop.
settings-lock-after = Lock after
settings-lock-asleep = Lock when the computer sleeps
settings-lock-asleep-hint = And when you lock your session
always = Always
settings-accounts = Accounts
account-edit-named = Edit { $name }
settings-shortcuts-hint = { $n } keyboard shortcuts, with the key
settings-reach = What this application can reach
settings-reach-short = What the app reaches
reach-nothing = Nothing
reach-outside = outside this computer.
reach-lead = Counterfoil has no account, no server and no automatic update. It cannot go on the Internet.
reach-never = not possible
reach-asked = on request
reach-used = in use
reach-unused = not used
reach-network = Network
reach-network-more = no connection, ever
reach-files = Files
reach-files-more = those you drop or choose are read; outside its own folder it writes only what you export or back up
reach-keyring = System keyring
reach-keyring-more = one entry, if you chose it
reach-camera = Camera, microphone, location
reach-camera-more = never asked for
reach-clipboard = Clipboard
reach-clipboard-more = when you copy or paste
reach-notifications-off = none
reach-notifications-off-more = none is shown
reach-notifications-discreet = discreet
reach-notifications-discreet-more = shown by the system, with no name and no amount
reach-notifications-full = full
reach-notifications-full-more = shown by the system, with name and amount
self-check = Check for yourself
self-check-nothing = nothing: no connection is open
self-check-hint = In a terminal, while Counterfoil is open. WebKit draws the window; if it appears, another program is using it too.
settings-data = Data
data-safety = Backup and export
backup-last = Last backup: { $when }
backup-last-more = Encrypted, { $size }, in “{ $place }”. Read back and verified.
backup-none = No backup yet
backup-none-more = One encrypted file to keep elsewhere, on a USB stick for instance
backup = Back up
backup-writing = Backing up…
backup-made = Backed up, read back and verified: { $file }
backup-not-made = The backup was not made.
choose-more = Choose…
restore = Restore a backup
restore-choose = Choose… a backup to restore
restore-hint = Replaces the history that is here, which is kept beside it
restore-made = Made on { $when }
restore-keeps = The history that is here is replaced. It is kept in a folder beside it.
restore-way = Its passphrase, or its twenty-four words
restore-words = Its twenty-four words
restore-go = Restore
restoring = Restoring…
restored =
    { $count ->
        [one] Backup restored: { $n } transaction.
       *[other] Backup restored: { $n } transactions.
    }
restored-kept = The history before it is kept in { $folder }
welcome-backup = I have a backup already: { $link }
welcome-restore = restore it
lock-restore = Restore a backup
erase = Erase everything
erase-lead = Deletes { $what } from this computer, and the key that opens them. The original statements in your folders are not touched. There is no way back without a backup.
erase-accounts =
    { $count ->
        [one] { $n } account
       *[other] { $n } accounts
    }
erase-entries =
    { $count ->
        [one] { $n } transaction
       *[other] { $n } transactions
    }
erase-receipts =
    { $count ->
        [one] { $n } receipt
       *[other] { $n } receipts
    }
erase-word = erase
erase-confirm = To confirm, type { $word }
erase-in-keyring = Everything is erased, but the system’s keyring did not answer: it keeps the entry “counterfoil”.
data-export = Export in clear
data-export-hint = Every transaction, with its notes and tags. JSON adds balances and the notes on conversations. Without the original documents. Whoever has the file can read it.
data-csv = Table (CSV)
data-json = Data (JSON)
data-writing = Writing…
data-exported =
    { $count ->
        [one] { $n } transaction written to { $file }
       *[other] { $n } transactions written to { $file }
    }
settings-about = About
about-version = Version { $version }
about-licence = MIT or Apache 2.0 licence, at your choice
about-folder = Where your history is kept, encrypted
about-offline = Counterfoil never opens a connection.
account-name = Name
account-kind = Type
account-balance = A balance you know
account-balance-hint = Useful when the files state no balance. Leave empty to change nothing.
account-amount = Amount ({ $currency })
account-day = At the end of
account-amount-wrong = Write an amount, such as 1,204.10.
account-day-wrong = Write a day, today at the latest: { $day }.
account-saved = Account changed

## Shortcuts

shortcuts = Keyboard shortcuts
shortcut-walk = In the list: move, or type a name
shortcut-search = Search everywhere
shortcut-search-screen = Search screen
shortcut-import = Import a file
shortcut-undo = Undo the last change
shortcut-redo = Redo
shortcut-inspector = Details
shortcut-go-to = Go to a month
shortcut-first-unread = Go to the first unread
shortcut-choose = Select a transaction
shortcut-copy = Copy the selected transactions
shortcut-lock = Lock
shortcut-hide = Hide amounts
shortcut-next = Next conversation
shortcut-next-unread = Next unread conversation
shortcut-screens = Conversations, search, history, settings, receipts, overview
shortcut-region = Next region
shortcut-list = This list

## Watched folders

watched = Watched folders
watched-none = No folder is watched
watched-none-more = Add the one that your statements and receipts arrive in: what is new there is proposed to you. Nothing is read without you.
watched-add = Add a folder
watched-show = Show what waits in { $name }
watched-switch = Watch { $name }
watched-drop = Stop watching { $name }
watched-dropped = { $name } is no longer watched
watched-what = statements and receipts, proposed before they are read
watched-waiting = { $n } waiting
watched-last = last file on { $day }
watched-empty = no statement or receipt so far
watched-off = not being watched
watched-missing = not found, or not open for reading
watched-news =
    { $count ->
        [one] { $n } file waits in { $folder }
       *[other] { $n } files wait in { $folder }
    }
watched-news-several = { $n } files wait in { $folders } folders
watched-title = Waiting files
watched-unread = Only their names, sizes and dates are known: none has been read.
watched-newest = These are the { $n } newest of { $total }.
watched-all = Choose all
watched-import =
    { $count ->
        [one] Import { $n } file
       *[other] Import { $n } files
    }
watched-dismiss = Don’t propose again
watched-dismissed =
    { $count ->
        [one] { $n } file won’t be proposed again
       *[other] { $n } files won’t be proposed again
    }
watched-nothing = Nothing waits here.
watched-nothing-more = A statement or receipt that arrives in this folder is proposed here. It is read only if you import it.
reach-files-watched =
    { $count ->
        [one] those you drop or choose are read, and those of { $n } watched folder when you import them; outside its own folder it writes only what you export or back up
       *[other] those you drop or choose are read, and those of { $n } watched folders when you import them; outside its own folder it writes only what you export or back up
    }
reach-folders =
    { $count ->
        [one] { $n } folder
       *[other] { $n } folders
    }

## First run

welcome-title = Keep the stub.
welcome-lead = The counterfoil of a cheque is the part its owner keeps. Counterfoil does the same for all your transactions: an encrypted history, on this computer and nowhere else.
welcome-conversations = Your accounts read like messages.
welcome-conversations-more = One merchant, one conversation.
welcome-drop = You drop your statements.
welcome-drop-more = Counterfoil recognises them, joins them and proves the balances.
welcome-offline = No connection, ever.
welcome-offline-more = The app does not know how to reach the Internet.
steps = Steps
step-lock = Lock
step-recovery = Recovery
step-statement = First statement
step-done = done
choose-lock-title = How do you want to open your history?
choose-lock-lead = It is encrypted either way.
way-passphrase = A passphrase
advised = recommended
way-passphrase-more = Asked for every time. It is written nowhere.
way-keyring = The system keyring
way-keyring-more = Opens with your session, nothing to type. Anyone who opens your session opens Counterfoil too.
passphrase = Passphrase
passphrase-again = Once more
passphrase-show = Show the passphrase
passphrase-too-short = Write at least { $n } characters.
passphrase-differs = The two passphrases are not the same.
strength-hint = Four or five unrelated words are easy to keep in mind and hard to guess.
strength-short = Too short
strength-weak = Weak: soon guessed
strength-fair = Fair: add a word
strength-good = Strong
strength-good-words = Strong: { $n } different words
strength-strong = Very strong
strength-strong-words = Very strong: { $n } different words
making-ledger = Encrypting…
phrase-title = Write these twenty-four words on paper
phrase-lead-passphrase = They alone reopen the history if you forget your passphrase. Without them no one can, not even the authors of Counterfoil.
phrase-lead-keyring = They alone reopen the history if you lose the system keyring or change computers. Without them no one can, not even the authors of Counterfoil.
phrase-words = The twenty-four words
phrase-store = Keep this stub away from the computer.
phrase-check = To check:
phrase-retype = retype words { $first } and { $second }.
phrase-word = Word { $n }
first-title = Drop a first statement
first-lead = One is enough to begin. Everything can be undone.
first-drag = Drag a file here
first-or = or
first-choose = choose it on the disk
first-where = Where to find this file?
first-where-1 = On your bank’s site, open the account, then “Download transactions”.
first-where-2 = Choose OFX (sometimes “Money” or “Quicken”), else CSV.
first-where-3 = Take the longest period on offer.

## Lock

lock-title = Counterfoil is locked
lock-since = Locked at { $time }
lock-since-day = Locked on { $when }
lock-open = Open
lock-opening = Opening…
lock-late = This is taking longer than usual. The first opening after an update sometimes sorts everything anew.
lock-keyring-asks = Your system may be asking you to open the keyring, in another window.
lock-keyring = Open with the keyring
lock-or = or
lock-forgot = I forgot my passphrase
lock-use-passphrase = Use my passphrase
lock-words-hint = The twenty-four words written down on the first day, with spaces between.
lock-wrong =
    { $count ->
        [one] This passphrase does not open the history. { $n } more try before a minute’s wait.
       *[other] This passphrase does not open the history. { $n } more tries before a minute’s wait.
    }
lock-wrong-phrase =
    { $count ->
        [one] These words do not open the history. { $n } more try before a minute’s wait.
       *[other] These words do not open the history. { $n } more tries before a minute’s wait.
    }
lock-wait =
    { $count ->
        [one] Too many tries. Try again in { $n } second.
       *[other] Too many tries. Try again in { $n } seconds.
    }
caps-lock = Caps Lock is on

## Faults

app-cannot-open = Counterfoil cannot open
fault-wrong-key = This key does not open the history
fault-too-many-tries = Too many tries
fault-wrong-word = That is not the word
fault-weak-passphrase = Passphrase too short
fault-damaged = The history cannot be read
fault-too-new = Made by a newer version
fault-busy = The history is open elsewhere
fault-read-only = Cannot write
fault-no-keyring = No keyring answers
fault-disk-full = Disk full
fault-locked = The history is locked
fault-not-found = Not found
fault-refused = Request refused
fault-cancelled = Stopped, nothing changed
fault-broken = A defect in Counterfoil

## Receipts as the ledger has them

gap-no-statement = No statement tells of these days.
gap-balances = The statement before ends at { $closing }, the one after begins at { $opening }. The missing transactions come to { $difference }.
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
receipt-tax-whole = including tax
receipt-candidate = Paid by { $name } on { $day }?
delivery-arrived = Has it arrived?
delivery-yes = It is here
delivery-not-yet = Not yet
warranty-until = Warranty until { $day }
said-by-merchant = the merchant says so
said-by-law = by law in the European Union
toast-receipts =
    { $count ->
        [one] { $n } receipt read
       *[other] { $n } receipts read
    }

## The line under a conversation

composer = Write in this conversation
composer-hint = A note, cash or a question…
composer-hint-short = Note or question…
composer-send = Send
composer-stop = Change nothing
composer-commands = Commands
composer-keys-choose = choose
composer-keys-complete = complete
composer-keys-close = close
key-escape = Esc
composer-question-hint = Without “/”, a line that ends with “?” is a question; the rest is a note.
composer-note = Write a note on this conversation
composer-note-example = /note bring the loyalty card
composer-cash = Add a cash payment
composer-cash-example = /cash 4.20 coffee yesterday
composer-reminder = Set a reminder for a day, on this computer
composer-reminder-example = /reminder tomorrow return the parcel
composer-search = Look for words everywhere
composer-search-example = /search detergent
composer-on-entry = Note on { $money }, { $day }
composer-change-note = Change the note; empty, it goes
composer-change-reminder = Change the reminder; empty, it goes
composer-change-cash = Change the cash
composer-note-done = Note kept
composer-reminder-done = Reminder kept
composer-cash-done = Cash written down: { $name }
composer-cash-changed = Cash changed
composer-new-conversation = A new conversation begins: { $name }
composer-new-account = A cash account will be created; no import will touch it.
composer-reminder-for = Reminder for { $day }
composer-question-asked = A question. The answer is worked out on this computer.
composer-question = Ask a question
composer-question-example = /ask how much in March?
composer-search-for = Looks everywhere for “{ $query }”
composer-unknown = “/{ $command }” is no command. Type “/” to see them.
composer-lack-note-words = Write the note.
composer-lack-question-words = Write your question.
composer-lack-search-words = Write what to look for.
composer-lack-cash-amount = Write the amount, such as 12.50.
composer-lack-cash-zero = The amount is zero.
composer-lack-cash-words = Write to whom, such as bakery.
composer-lack-cash-dayToCome = That day is still to come.
composer-lack-cash-decimals = The currency does not have that many decimals.
composer-lack-reminder-day = Write the day, such as 12 Nov or tomorrow.
composer-lack-reminder-dayOver = That day is over.
composer-lack-reminder-words = Write what to be reminded of.
verb-cash = cash
typed-at = written at { $time }
to-come = To come
reminder = Reminder
reminder-done = It is done
reminder-is-done = Done
reminder-is-open = To be done again

## Own words

note = Note
note-add = Write a note
note-change = Change the note
note-gone = Note taken away
tags = Tags
tag-add = Add
tag-remove = Take the tag { $tag } off
tags-changed = Tags changed
cash-change = Change the cash
entry-delete = Remove from the history
entry-move = Move to another conversation
entry-move-hint = This transaction alone moves, and stays there also when its statement comes again.
entry-move-back = Back where its text belongs
entry-move-do = Move
entry-moved = Transaction moved
entry-deleted = Transaction removed
entry-restore = Put back
entry-restored = Transaction put back
entry-is-deleted = removed
entry-history = What you changed
entry-receipts = Receipts
receipt-unlink = Unlink { $file }
receipt-unlink-short = Unlink
provenance-you = You wrote it down. No import touches it.
muted = muted
category = Category
category-choose = Choose a category
category-by-you = said by you
category-by-guess = a guess
category-changed = Category changed
category-said = You chose it. Imports leave it as it is.
category-guessed = Guessed from the name and the bank’s codes. Your choice stands above it, now and later.
category-none = Nothing says what it is yet. Your choice holds for what comes later, too.
category-name = Name { $name } anew
category-rename = Name of the category
category-rename-hint = Empty gives it its first name back; one that you made goes away.
category-new = New category
category-picture = Picture
category-forget = Leave it to the guess
category-named = Category named
conversation-menu = This conversation
conversation-rename = Rename
conversation-rename-hint = Only you see this name. Empty gives the bank’s back.
conversation-renamed = Conversation renamed
conversation-category = Category
conversation-merge = Merge with another conversation
conversation-merge-hint = One merchant under two names: { $name } joins the conversation you choose.
conversation-merge-find = Find a conversation
conversation-merge-into = Conversation to join
conversation-merge-preview =
    { $count ->
        [one] { $n } transaction of { $from } joins { $into }.
       *[other] { $n } transactions of { $from } join { $into }.
    }
conversation-merge-sum =
    { $count ->
        [one] { $into } will have { $n } transaction.
       *[other] { $into } will have { $n } transactions.
    }
conversation-merge-later = Later imports follow. You can part them again.
conversation-merge-do = Merge
conversation-merged = Conversations merged
conversation-part = Part from { $name }
conversation-parted = Conversations parted
conversation-pin = Pin
conversation-unpin = Unpin
conversation-mute = Mute
conversation-unmute = Unmute
history-of = { $what }: { $object }
history-restore-entry = Transaction put back
history-move-entry = Transaction moved
history-note = Note
history-edit-note = Note changed
history-question = Question
history-edit-question = Question changed
history-drop-question = Question taken away
history-tag = Tags
history-rename = Name
history-merge = Merged with
history-unmerge = Parted from
history-link = Receipt linked
history-unlink = Receipt unlinked
history-arrive = Parcel arrived
history-add-cash = Cash
history-edit-cash = Cash changed
history-categorise = Category
history-name-category = Category named
history-note-taken = Note taken away
history-rename-taken = Back to the name it had
history-categorise-taken = Category left to the guess
history-category-changed = Category changed
history-renamed = “{ $from }” is now called “{ $to }”
history-merged = “{ $from }” joins “{ $to }”
history-unmerged = “{ $from }” is no longer with “{ $to }”
shortcut-note = Note on a transaction
shortcut-attach = Attach a receipt to a transaction
shortcut-refund = Link a refund and its purchase
## Receipts: the inbox, what is coming

rail-receipts = Receipts
rail-receipts-in-doubt =
    { $count ->
        [one] Receipts, { $n } to link
       *[other] Receipts, { $n } to link
    }
receipts = Your receipts
receipts-lead = Each receipt you drop looks for the bank line that paid for it. If in doubt, you choose.
receipts-in-doubt = To choose
receipts-waiting = Waiting for their line
receipts-waiting-hint = Their payment is not on a statement yet. Each new statement is compared.
receipts-linked = Recently linked
receipts-settled =
    { $count ->
        [one] No receipt is waiting. The last one found its line.
       *[other] No receipt is waiting. The last { $n } found their line.
    }
receipts-empty = Drop an order e-mail or an invoice
receipts-empty-lead = Anywhere in the window. It joins its payment, with its items, its tax and its delivery date.
receipts-kind-mail = Confirmation, shipping, refund: the saved e-mail (.eml, .mbox)
receipts-kind-invoice = An invoice as PDF or XML (Factur-X, UBL)
receipts-kind-parcel = The parcel and its dates are read in your e-mails, never asked of the carrier
receipt-see = See in the conversation
doubt-question = Which of these paid for it?
doubt-question-refund = Which of these gave it back?
doubt-choose = This one
doubt-none = None of these
doubt-not-this = Not this one
why-amount = same amount
why-originalAmount = same original amount
why-foreignAmount = close amount, foreign currency
why-tip = amount plus tip
why-instalment = one instalment
why-charges = several debits
why-sharedCharge = shared debit
why-day = close date
why-merchant = same merchant
why-number = same number
why-card = same card
link-choose = Choose the transaction
link-other = Choose another transaction
link-title = Which transaction paid for it?
link-search = Search by name, amount or date
receipt-drop = Drop a receipt or an e-mail here
receipt-attach = Attach a receipt
link-none = No transaction matches.
linked-by-you = linked by you
linked-by-rule = linked automatically
unlink = Unlink
unlink-of = Unlink { $name }
drop-join = Attach to this transaction
drop-receipts = Receipts, invoices, e-mails
toast-linked = Receipt linked
toast-unlinked = Receipt unlinked
toast-refused = These transactions will not be proposed again
toast-arrived = Parcel noted as arrived
filter-alerts = Alerts
empty-alerts = No alert
filter-waiting = Receipts
empty-waiting = No receipt is waiting
upcoming = Coming up
upcoming-near = Arriving { $day }
upcoming-on = Arriving on { $day }
upcoming-between = Arriving { $from } – { $until }
upcoming-by = Arriving by { $day }
upcoming-by-date = Arriving by { $day }
upcoming-since = Expected since { $day }
upcoming-pickup = Ready to collect
upcoming-pickup-until = To be collected by { $day }
upcoming-refund = Refund expected
upcoming-refund-of = Refund expected: { $money }
upcoming-refund-late = Refund overdue
upcoming-refund-late-of = Refund overdue: { $money }
upcoming-more =
    { $count ->
        [one] Show { $n } more
       *[other] Show { $n } more
    }
upcoming-fewer = Show fewer
parcel-late = Late
parcel-in-list = { $state }: { $days }
parcel-since-in-list = { $state }, expected on { $day }
receipt-read-in-list = Receipt read:

## Original documents

original = Original document
original-open = Open { $name }
original-opening = Opening…
original-dropped = Dropped on { $at }
original-kept = Kept encrypted in your history
original-page = The document
original-unshown = This kind of file cannot be shown here.
original-masked = Amounts are hidden, so pages are too.
original-forgotten = You had this document forgotten. What was read from it is still there.
original-password = This document asks for a password.
original-unlock = Open the document
page-before = Previous page
page-after = Next page
page-of = Page { $page } of { $pages }
mail-subject = Subject
mail-from = From
mail-to = To
mail-date = Sent
mail-attached = Attached
mail-body = The text of the e-mail
mail-inert = Nothing is loaded, no link leads outside.
mail-left-out =
    { $count ->
        [one] { $n } picture was not loaded. Nothing goes out, no link leads outside.
       *[other] { $n } pictures were not loaded. Nothing goes out, no link leads outside.
    }
receipt-originals = Documents of this purchase
forget = Forget this document
forget-title = Forget this original
forget-what = Its bytes are erased from your encrypted history.
forget-stays = Transactions, receipts and dates that were read from it stay.
forget-final = This cannot be undone.
forget-keep = Keep it
toast-forgotten = Original forgotten

## A proof of purchase as PDF, refunds confirmed

print-proof = Save the proof of purchase as PDF
print-of = Save the proof of purchase of { $file } as PDF
print-name = Proof of purchase { $name } { $day }
print-hidden-title = Save with the amounts
print-hidden-what = Amounts are hidden on screen. The proof of purchase will show them, with the original documents.
print-hidden-go = Choose where to save it
print-locked-title =
    { $count ->
        [one] An original asks for a password
       *[other] { $n } originals ask for a password
    }
print-locked-what = Without it, this document is named in the proof of purchase but is not in it. The password is kept nowhere.
print-locked-password = Password of the document
print-locked-wrong =
    { $count ->
        [one] This password does not open it.
       *[other] This password does not open them all.
    }
print-locked-without = Save without it
toast-not-saved = Nothing was saved.
toast-printed = Proof of purchase saved
toast-absent = You won’t be asked again for this date
receipt-paid-otherwise = { $money } paid by voucher, gift card or deposit
receipts-more = Show more
refund-section = Refund
refund-section-purchase = Refunded
refund-on = Refund of { $day }
refund-by-you = You said so
refund-by-receipts = By the receipts
refund-by-rule = Found by amount and days
refund-confirm = That’s right
refund-link = Link to the purchase it refunds
refund-link-purchase = Link to a refund
refund-which = Which purchase was refunded?
refund-which-purchase = Which refund is for this purchase?
refund-not-this = Not this purchase
refund-not-this-refund = Not this refund
refund-question = Perhaps the refund of:
refund-choose = It’s this purchase
refund-paired = Refund linked to its purchase
refund-parted = Refund taken off this purchase
history-await = Parcel not there yet
history-pair-refund = Refund linked to its purchase
history-part-refund = Refund taken off a purchase

## Overview

overview = Overview
overview-of = Account shown
overview-all = All accounts, { $currency }
overview-span = Period
overview-span-twelve = 12 months
overview-span-month = Month
month-before = Previous month
month-after = Next month
overview-months = Money in and out
overview-without-transfers = transfers between your accounts left out
overview-net = in minus out
overview-statements = Statements
overview-sentence = Money in and out from { $from } to { $until }: { $in } in, { $out } out.
month-whole = whole statement
month-incomplete = incomplete
month-to-come = statement to come
month-running = not over yet
overview-counting = Working it out…
overview-one-month = Only one month is known. Add more statements to compare.
overview-nothing-known = No month of this account is known. Add a statement to fill it.
overview-proved =
    { $count ->
        [one] { $n } statement proven of { $of }.
       *[other] { $n } statements proven of { $of }.
    }
overview-no-statements = No statement names its days here: nothing to prove.
overview-whose = { $account }: { $words }
overview-more-gaps =
    { $count ->
        [one] And { $n } more gap.
       *[other] And { $n } more gaps.
    }
overview-unstated = { $period } gives no balance.
overview-broken = { $period } is off.
overview-behind = { $account } ends on { $day }.
overview-others = Transactions in { $currencies } are not counted here.
overview-spending = Where the money goes
overview-by = Group by
overview-by-merchant = Merchants
overview-by-category = Categories
overview-uncategorised = No category
overview-payees =
    { $count ->
        [one] { $n } payee
       *[other] { $n } payees
    }
overview-back = { $money } refunded, taken off
overview-more =
    { $count ->
        [one] Show { $n } more
       *[other] Show { $n } more
    }
overview-fewer = Show fewer
overview-spent =
    { $count ->
        [one] { $money }, { $n } payee
       *[other] { $money } in all, { $n } payees
    }
overview-lacking = { $words }, missing days not counted
overview-spending-none = Nothing went out in this period.
overview-charges = What recurs
overview-per-month = { $money } a month
overview-weekday = on { $day }
overview-day =
    { NUMBER($day, type: "ordinal") ->
        [one] on the { $day }st
        [two] on the { $day }nd
        [few] on the { $day }rd
       *[other] on the { $day }th
    }
overview-last-day = on the last day
overview-next = next { $day }
overview-since = since { $month } { $from } → { $to }
overview-dearer = dearer:
overview-cheaper = cheaper:
overview-about = about
overview-charges-none = Nothing recurs yet. What does shows after three months of statements.
overview-fees-title = Bank fees
overview-fees = Bank fees { $year }
overview-fees-caption = Bank fees { $year }: { $money }
overview-fees-more = { $money } more than in { $year } by the same date
overview-fees-less = { $money } less than in { $year } by the same date
overview-fees-same = As much as in { $year } by the same date
overview-fees-until = by { $day }
overview-fees-subtitle = { $money } in { $lines }
overview-fees-none = No fee known in { $year }.
overview-fee-lines =
    { $count ->
        [one] Show the line
       *[other] Show the { $n } lines
    }
overview-fee-on = { $what } on { $day }
overview-fee-on-two = { $what } on { $day } and { $other }
overview-fee-times = { $what }, { $n } times
overview-empty = Nothing to compare yet
overview-empty-lead = With a first statement you will see here what came in and went out each month, where the money goes, what recurs and what your bank takes.

## What the history says

alert-double =
    { $count ->
        [0] Two identical debits within a minute
        [one] Two identical debits { $n } minute apart
       *[other] Two identical debits { $n } minutes apart
    }
alert-double-day = Two identical debits on the same day
alert-double-facts = { $name } charged you { $money } at { $from }, then { $money } at { $until }.
alert-double-facts-day = { $name } charged you { $money } twice.
alert-never-before =
    { $count ->
        [one] Never seen at this merchant in { $n } transaction.
       *[other] Never seen at this merchant in { $n } transactions.
    }
alert-mine = That was me
alert-unusual = Unusual
alert-mine-after-all = It was me after all
alert-call = Counterfoil cannot block anything. Call your bank; here is what to say.
alert-say = “I dispute a debit of { $money } at { $name } on { $day }: it went through twice and I bought only once.”
alert-folded-mine = Two debits of { $money }, that was you
alert-missed = Expected on { $day }, did not come
alert-missed-facts =
    { $count ->
        [one] { $name }, about { $money } { $rhythm }, from { $n } transaction. The statement covers these days. Do you still expect it?
       *[other] { $name }, about { $money } { $rhythm }, from { $n } transactions. The statement covers these days. Do you still expect it?
    }
alert-missed-facts-steady =
    { $count ->
        [one] { $name }, { $money } { $rhythm }, from { $n } transaction. The statement covers these days. Do you still expect it?
       *[other] { $name }, { $money } { $rhythm }, from { $n } transactions. The statement covers these days. Do you still expect it?
    }
alert-awaited = I expect it
alert-ended = It has ended
alert-folded-awaited = Did not come that day, you still expect it
alert-folded-ended = No longer expected, it has ended
alert-to-check = To check
alert-here = to check
alert-minutes =
    { $count ->
        [one] { $n } min
       *[other] { $n } min
    }
toast-answered = Answer noted
toast-seen = New price noted
history-answer-alert = An alert answered
price-rise = Up from { $from } to { $to }
price-rise-in-list = Up from { $from } to
price-since = Since { $day }
price-seen = Noted
expected-about = about, { $source }
expected-estimated = { $often }, amount estimated
expected-in-list = Expected on { $day }:
expected-in-list-since = Due since { $day }:
header-expected-since = expected since { $day }, { $money }
header-expected = next on { $day }, { $money }
header-expected-about = next on { $day }, about { $money }
how-often-weekly = every week
how-often-fortnightly = every two weeks
how-often-monthly = every month
how-often-twoMonthly = every two months
how-often-quarterly = every quarter
how-often-halfYearly = twice a year
how-often-yearly = every year
expected-from-weekly =
    { $type ->
        [directDebit] from { $n } weekly direct debits
       *[other] from { $n } weekly transactions
    }
expected-from-fortnightly =
    { $type ->
        [directDebit] from { $n } fortnightly direct debits
       *[other] from { $n } fortnightly transactions
    }
expected-from-monthly =
    { $type ->
        [directDebit] from { $n } monthly direct debits
       *[other] from { $n } monthly transactions
    }
expected-from-twoMonthly =
    { $type ->
        [directDebit] from { $n } direct debits every two months
       *[other] from { $n } transactions every two months
    }
expected-from-quarterly =
    { $type ->
        [directDebit] from { $n } quarterly direct debits
       *[other] from { $n } quarterly transactions
    }
expected-from-halfYearly =
    { $type ->
        [directDebit] from { $n } half-yearly direct debits
       *[other] from { $n } half-yearly transactions
    }
expected-from-yearly =
    { $type ->
        [directDebit] from { $n } yearly direct debits
       *[other] from { $n } yearly transactions
    }

## Questions

your-question = Your question:
question-drop = Take the question away
question-gone = Question taken away
answer = Answer: { $said }
answer-counting = Counting…
answer-uncounted = This answer could not be counted.
answer-understood = Understood as
answer-chip = { $part }, change:
answer-part-whom = With whom
answer-part-account = Account
answer-part-category = Category
answer-part-tag = Tag
answer-part-payment = Kind of payment
answer-part-words = Words
answer-part-amount = Amount
answer-part-period = Period
answer-part-flow = Direction
answer-part-per = Detail
answer-instead = Instead of “{ $words }”:
answer-next = Ask next
answer-entries = Transactions counted
answer-articles = { $count ->
    [one] { $n } item
   *[other] { $n } items
    }
answer-times = { $count ->
    [one] once
   *[other] { $n } times
    }
answer-more = { $count ->
    [one] and one more
   *[other] and { $n } more
    }
answer-total = Total
answer-as-of = on { $day }
answer-greater = { $money } more than in { $month }
answer-less = { $money } less than in { $month }
answer-average = average { $money }
answer-back = { $money } came back
answer-bars-week = By week
answer-bars-month = By month
answer-bars-year = By year
answer-week-of = week of { $day }
answer-partial = not complete
answer-ask = Ask: { $question }
