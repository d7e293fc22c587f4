# Words of the ledger, shared by window, tray and command line: conversations without a name of their own, payment types, operations.

conversation-bank = Your bank
conversation-bank-fee = Bank fees
conversation-bank-interest = Interest
conversation-bank-cash = Cash withdrawals
conversation-bank-transfer = Transfers without a name
conversation-bank-settlement = Card settlements
conversation-bank-cheque = Cheques
conversation-imports = Counterfoil
counterparty-unknown = Without a name

payment-type-card = card
payment-type-transfer = transfer
payment-type-direct-debit = direct debit
payment-type-cash = cash
payment-type-cheque = cheque
payment-type-fee = bank fee
payment-type-interest = interest
payment-type-salary = salary
payment-type-refund = refund
payment-type-other = other

entry-status-booked = booked
entry-status-pending = pending
entry-status-info = for information

account-kind-current = Current account
account-kind-savings = Savings account
account-kind-card = Card
account-kind-loan = Loan
account-kind-cash = Cash
account-kind-investment = Investment account
account-kind-other = Account

operation-import-statement = Import of { $document }
operation-merge = { $first } and { $second } are one
operation-unmerge = { $first } and { $second } are two
operation-rename = { $first } is now { $second }
operation-note = Note on { $first }
operation-set-balance = Balance of { $account } set
operation-set-account = Details of { $account } set
operation-delete-entry = Transaction deleted
operation-accept-gap = Missing statement accepted
operation-restore-entry = Transaction restored
operation-move-entry = Transaction moved to { $second }
operation-tag = Tags on { $first }: { $second }
operation-pair = Two transactions are one transfer
operation-part = Two transactions are not one transfer
operation-add-entry = Transaction added
operation-add-cash = Cash with { $first } written down
operation-edit-cash = Cash with { $first } changed
operation-write-note = Note in a conversation: { $second }
operation-edit-note = Note in a conversation changed: { $second }
operation-drop-note = Note taken out of a conversation
operation-ask-question = Question: { $second }
operation-edit-question = Question changed: { $second }
operation-drop-question = Question taken away: { $second }
operation-categorise = Category of { $first } set
operation-name-category = Category named: { $second }

category-groceries = Groceries
category-dining = Eating out
category-shopping = Shopping
category-home = Home
category-energy = Energy and water
category-telecom = Phone and internet
category-transport = Transport
category-travel = Travel
category-health = Health
category-leisure = Leisure
category-education = Education
category-insurance = Insurance
category-taxes = Taxes
category-banking = Bank and loans
category-income = Income
category-giving = Giving
category-cash = Cash
category-other = Other

## Keys

error-wrong-phrase = These are not the twenty-four words of this ledger.
    .remedy = Compare each word with the paper, in order.
error-wrong-word-of-two = Word { $position } is not the one that was shown.
    .remedy = Look at your paper again, then type that word.
error-phrase-count = A recovery phrase has twenty-four words. There are { $found } here.
    .remedy = Type all twenty-four, in order, with a space between them.
error-phrase-unknown = Word { $position } is not a word of any recovery phrase.
    .remedy = Check how it is spelled on the paper.
error-phrase-checksum = Each of these words exists, but one is wrong or two have changed places.
    .remedy = Compare each word with the paper, in order.
error-short-passphrase = This passphrase is too easy to guess.
    .remedy = Take at least eight characters, not all the same: four words of your own are better.
error-no-passphrase = No passphrase opens this ledger.
    .remedy = Open it with the keyring or with the twenty-four words.
error-no-way-in = A new ledger needs a passphrase or the keyring.
    .remedy = Choose at least one of them.
error-keyring-not-used = This ledger’s key is not in the keyring.
    .remedy = Open it with the passphrase or with the twenty-four words.
error-keyring-timeout = This computer’s keyring did not answer in time.
    .remedy = See whether it asks you something in another window, or use the passphrase.
error-keyring-locked = This computer’s keyring is locked.
    .remedy = Unlock the keyring and try again, or use the passphrase.
error-keyring-empty = This computer’s keyring no longer holds the key of this ledger.
    .remedy = Use the passphrase or the twenty-four words.
error-last-way-passphrase = The passphrase is the only way left to open the ledger without the twenty-four words. It stays.
    .remedy = Turn the keyring on first.
error-last-way-keyring = The keyring is the only way left to open the ledger without the twenty-four words. It stays on.
    .remedy = Set a passphrase first.
error-keys-damaged = { $file } is damaged. Nothing was changed or deleted.
    .remedy = Open the ledger with the twenty-four words: a new key file is made then, and the damaged one is kept.
error-keys-replaced = The keys of this folder are now those of another ledger.
    .remedy = Lock and open again.
error-ledger-exists = There is a ledger in this folder already.
    .remedy = Open it, or choose another folder.
error-ledger-missing = There is no ledger here.
    .remedy = Choose its folder, or make one.
error-backup-damaged = This backup is damaged. Nothing was replaced.
    .remedy = Try another copy of it, or another backup.
error-backup-key = This does not open the backup.
    .remedy = Try the passphrase of the day it was made, or the twenty-four words.
error-ledger-lost = The keys are here, but the ledger itself is not.
    .remedy = Put the file { $file } back into the folder.
error-file-missing = This file is not there any more.
    .remedy = Check its name and its folder.
error-file-forbidden = The permissions of this file or of its folder do not allow that.
    .remedy = Change them, or choose another folder.
error-disk = The disk does not do what was asked: { $reason }.
    .remedy = Nothing was changed.
error-bad-amount = “{ $found }” is not an amount in { $currency }.
    .remedy = Write it with a point or a comma for the decimals, such as 986.55.
error-bad-day = “{ $found }” is not a day.
    .remedy = Write it as year, month and day, such as 2026-10-31.
error-review-gone = This import is no longer waiting for you: nothing was changed.
    .remedy = Drop the file again.
error-still-in-doubt = Something in { $file } is still to be decided. Nothing was changed.
    .remedy = Answer its questions, or leave it out.

## The window itself

window-title = Counterfoil
window-title-locked = Counterfoil, locked
window-choose-files = Choose files
window-choose-folder = Choose a folder
window-already-open = Counterfoil is open already: its window comes to the front.
window-already-open-silent = Counterfoil is open already, but does not answer.
    .remedy = Close it, or wait a moment.

## What can be missing, and what makes no sense as asked

thing-account = this account
thing-conversation = this conversation
thing-counterparty = this counterparty
thing-document = this file
thing-entry = this transaction
thing-note = this note
thing-profile = this profile
thing-operation = this operation
thing-reading = this reading of a file
thing-question = this question
thing-receipt = this receipt
thing-repeat = this line of a file
thing-sighting = this line of a file
# Written into each backup, for whoever finds it.
backup-note = A backup made by Counterfoil. ledger.db is a SQLCipher 4 file whose raw key (256 bits, { $pragma }) is the entropy of the 24 words (BIP 39, English); keys.json keeps it wrapped under the passphrase. With Counterfoil: foil restore, or Settings, Data, Restore.
refused-backup-beside-the-ledger = a backup is kept elsewhere than in the ledger’s own folder
refused-over-another-file = this file exists, and is not a backup made by Counterfoil
refused-no-backup = this file is not a backup made by Counterfoil
refused-undone-already = it is undone already
refused-not-undone = it is not undone
refused-deleted-already = it is deleted already
refused-not-deleted = it is not deleted
refused-nothing-on-its-way = nothing of it is on its way
refused-one-account = both are in one account
refused-the-same-direction = nothing left one account and arrived in another
refused-part-of-another-transfer = you said that one of them is part of another transfer
refused-no-tag = no tag is named
refused-there-already = it is there already
refused-one-already = they are one already
refused-not-merged = it is not merged
refused-not-an-amount-of-this-currency = the currency does not have that many decimals
refused-not-written-by-hand = a statement shows it
refused-another-currency = it is in another currency; delete it and write it anew
refused-nobody-named = nobody is named
refused-no-words = nothing is written
refused-said-already = it is so already
refused-no-such-category = there is no such category
refused-named-already = there is a category of that name
refused-line-unfinished = something is missing in this line
refused-another-profile-is-called-so = another profile has this name
refused-phrase = the recovery phrase is shown at first run only; afterwards, type `foil phrase`
refused-cursor = this page is not there any more

# A purchase on paper: the cover of its PDF.

paper-title = Proof of purchase: { $name }
paper-title-refund = Proof of refund: { $name }
paper-lead = Made on { $day } by Counterfoil, on the buyer’s own computer, from the documents named below.
paper-foot = Counterfoil · { $name } · { $day }
paper-purchase = Purchase
paper-merchant = Merchant
paper-merchant-legal = Legal name
paper-merchant-ids = Identified by
paper-day = Date
paper-order = Order
paper-invoice = Invoice
paper-method = Paid with
paper-total = Total
paper-prepaid = Paid before
paper-payable = To be paid
paper-lines = What was bought
paper-tax = Tax included
paper-tax-at = Tax included, { $rate } %
paper-payment = Payment, as the bank states it
paper-amount = Amount
paper-bank-day = Day
paper-booked = Booked
paper-account = Account
paper-bank-text = Bank’s text
paper-reference = Reference
paper-back = Given back
paper-read-in = Read in
paper-file-line = { $file }, line { $line }
paper-hash = SHA-256
paper-unpaid = No bank transaction is linked to this receipt.
paper-remainder = Not in these amounts
paper-linked-by-user = The buyer says that these belong together.
paper-linked-by-rule = Counterfoil found that these belong together, by amount, day and name.
paper-after = After the purchase
paper-delivered = Delivered
paper-return = Return
paper-guarantee = Legal guarantee
paper-warranty = Warranty
paper-until-stated = until { $day }, as the merchant states
paper-until-law = until { $day }, by law in the European Union
paper-originals = Originals
paper-file = File
paper-came = Kept since
paper-came-on = { $day }, { $size } bytes
paper-behind = In this PDF
paper-pages = pages: { $pages }
paper-left-out = not included. { $reason }
paper-forgotten = not included. The buyer no longer keeps it.
paper-from = From:
paper-to = To:
paper-sent = Sent:
paper-attached = Attached:
paper-cut = The text goes on. What follows is not printed.

## What a bank takes, as the yearly statement of fees names it

fee-group-subscriptions = Subscriptions
fee-group-operation = Account fees
fee-group-incidents = Things gone wrong
fee-card = card fee
fee-package = account package
fee-remote-banking = remote banking
fee-insurance = payment insurance
fee-safe = safe
fee-custody = custody
fee-account = account maintenance
fee-withdrawal =
    { $count ->
        [one] withdrawal fee
       *[other] withdrawal fees
    }
fee-foreign = fees abroad
fee-transfer =
    { $count ->
        [one] transfer fee
       *[other] transfer fees
    }
fee-cheque =
    { $count ->
        [one] cheque fee
       *[other] cheque fees
    }
fee-document =
    { $count ->
        [one] copy or search
       *[other] copies and searches
    }
fee-tax =
    { $count ->
        [one] tax
       *[other] taxes
    }
fee-other = other fees
fee-intervention =
    { $count ->
        [one] handling fee
       *[other] handling fees
    }
fee-rejection =
    { $count ->
        [one] returned payment
       *[other] returned payments
    }
fee-overdraft = overdraft
fee-letter =
    { $count ->
        [one] warning letter
       *[other] warning letters
    }
fee-seizure =
    { $count ->
        [one] seizure
       *[other] seizures
    }
fee-late =
    { $count ->
        [one] late payment fee
       *[other] late payment fees
    }

## What recurs, and answers to alerts

rhythm-weekly = every week
rhythm-fortnightly = every two weeks
rhythm-monthly = every month
rhythm-two-monthly = every two months
rhythm-quarterly = every quarter
rhythm-half-yearly = twice a year
rhythm-yearly = every year
alert-answer-mine = that was me
alert-answer-unusual = unusual
alert-answer-awaited = still expected
alert-answer-ended = ended
