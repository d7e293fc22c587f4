# Findings about a document, by code. One text per code that a parser or a check may give.
#
# To add one: the code is camelCase in Rust (badAmount), the id here is diagnostic-<code in kebab-case>. The text says what is wrong, in one
# sentence. The attribute .remedy says what to do; leave it out where there is nothing to do. Add both languages: a test compares them.
# Always given: $found $expected $record $field (empty where there is none). Anything else is an argument of your own: .with("line", …).
# Values stand as in the document. The place and the excerpt are shown before the text: do not repeat them.

## The file as a whole

diagnostic-not-a-statement = This file holds no bank statement that Counterfoil can read.
    .remedy = Ask your bank’s site for OFX, CAMT or CSV, and drop that file here.
diagnostic-empty-file = This file is empty.
    .remedy = Download it again from your bank.
diagnostic-web-page = This is a web page, not a statement: the bank’s site has probably saved an error or a sign-in page.
    .remedy = Sign in to the bank’s site again and download the statement.
diagnostic-encrypted = This file is protected by a password.
    .remedy = Give the password, or ask your bank for a file without one.
diagnostic-wrong-password = This password does not open the file.
    .remedy = Check the password in the bank’s letter or message.
diagnostic-truncated = The file stops before its end: something of it is missing.
    .remedy = Download it again. What could be read is listed.
diagnostic-no-entries = This statement lists no transactions.
diagnostic-unsupported-format = Counterfoil does not read this kind of file: { $found }.
    .remedy = Ask your bank’s site for OFX, CAMT or CSV, and drop that file here.
diagnostic-unsupported-version = Version { $found } of this format is not known; it was read as { $expected }.
    .remedy = Check the transactions below before you import.
diagnostic-unsupported-statement = This kind of statement is not read: { $found }.
    .remedy = Import the statement of the cash account instead.
diagnostic-scanned = This PDF holds pictures of pages, no text.
    .remedy = Ask your bank’s site for the PDF itself, or for OFX, CAMT or CSV.
diagnostic-container-encrypted = { $found } is protected by a password.
    .remedy = Open the archive with its password, and drop the files that are in it.
diagnostic-container-damaged = The archive or mail is damaged: { $found }.
    .remedy = Download it again.
diagnostic-container-too-large = The archive or mail is beyond the limit set for safety ({ $what }): { $found }, where { $expected } is allowed.
    .remedy = Open it yourself, and drop the statements that are in it.
diagnostic-no-statement-inside = None of the files in it is a statement: { $found }.
    .remedy = Ask your bank’s site for OFX, CAMT or CSV, and drop that file here.
diagnostic-members-left-out = { $count } files beside the statements were passed over: { $found }.
    .remedy = Nothing needs to be done, if none of them is a statement.
diagnostic-outlook-message = This is a message of Outlook (.msg), which Counterfoil does not open.
    .remedy = In Outlook, save the attachment by itself and drop that, or save the message as .eml.
diagnostic-limit-exceeded = The file is beyond the limit set for safety: { $found }, where { $expected } is allowed.
    .remedy = Ask your bank for a shorter period. Save a mail without what is attached to it, a mailbox in parts.
diagnostic-hostile = The file holds constructs that a statement never needs: { $found }. It was not read.
    .remedy = Do not open it. Download your statement from your bank.
diagnostic-encoding-assumed = The file does not say how its letters are written. It was read as { $found }.
    .remedy = If accents look wrong, choose another encoding.
diagnostic-undecodable = Some characters cannot be read as { $expected }.
    .remedy = Choose another encoding.
diagnostic-undecodable-bytes = Some characters of this file cannot be read with its encoding.
    .remedy = Choose another encoding.
diagnostic-missing-header = The start of the statement is missing: { $expected }.
    .remedy = Download the whole statement again.
diagnostic-malformed = The file breaks the rules of its format here: { $expected } expected, { $found } found.
    .remedy = Download it again. If it stays so, tell your bank.
diagnostic-unknown-record = This line is of a kind that the format does not know: { $found }.
    .remedy = Look at the line. It was left out.

## Rows

diagnostic-bad-date =
    { $month ->
        [1] January has only { $days } days.
        [2] February { $year } has only { $days } days.
        [3] March has only { $days } days.
        [4] April has only { $days } days.
        [5] May has only { $days } days.
        [6] June has only { $days } days.
        [7] July has only { $days } days.
        [8] August has only { $days } days.
        [9] September has only { $days } days.
        [10] October has only { $days } days.
        [11] November has only { $days } days.
        [12] December has only { $days } days.
       *[other] “{ $found }” is not a day.
    }
    .remedy = Correct the date, or leave the line out.
diagnostic-missing-date = This line has no date.
    .remedy = Give the date, or leave the line out.
diagnostic-entry-without-date = This transaction has no date, so it has no place in your history.
    .remedy = Give it a date in the file, or leave it out.
diagnostic-bad-amount = “{ $found }” is not an amount.
    .remedy = Correct the amount, or leave the line out.
diagnostic-missing-amount = This line has no amount.
    .remedy = Give the amount, or leave the line out.
diagnostic-amount-too-large = “{ $found }” has more digits than any amount of money.
    .remedy = Correct the amount, or leave the line out.
diagnostic-missing-sign = Nothing says whether this money came in or went out.
    .remedy = Say which, or leave the line out.
diagnostic-bad-currency = “{ $found }” is not a currency.
    .remedy = Give the currency, or leave the line out.
diagnostic-missing-currency = No currency is stated.
    .remedy = Say which currency this account is in.
diagnostic-foreign-currency = This line is in { $found }, the account in { $expected }. It is kept, and never added to the account’s total.
diagnostic-excess-decimals = “{ $found }” has more decimals than the currency. It was rounded to { $expected }.
diagnostic-unreadable-row = This line could not be read.
    .remedy = Look at the line in the file, and correct it or leave it out.
diagnostic-too-many-fields = This line has { $found } fields where the others have { $expected }.
    .remedy = Check that the amount and the text stand in the right columns.
diagnostic-too-few-fields = This line has { $found } fields where the others have { $expected }.
    .remedy = Correct the line, or leave it out.
diagnostic-unclosed-quote = A quotation mark opened here is never closed: everything after it would be one field.
    .remedy = Close or remove the quotation mark in the file.
diagnostic-no-reference = The bank gives these lines no reference of their own. They are recognised by date, amount and text.

## Columns

diagnostic-no-date-column = No column holds dates.
    .remedy = Say which column is the date.
diagnostic-no-amount-column = No column holds amounts.
    .remedy = Say which column is the amount.
diagnostic-ambiguous-columns = Two columns could be the same thing: { $found }.
    .remedy = Say which is which.
diagnostic-date-order-assumed = Every day is 12 or below: { $found } could be read in two ways.
    .remedy = Say which is the day and which the month.

## Balances and proof

diagnostic-balance-mismatch = The statement does not add up: { $found } computed, { $expected } stated.
    .remedy = A line is missing or misread. Look at the lines below, or download the statement again.
diagnostic-running-balance-break = The balance after this line should be { $expected }; the file says { $found }.
    .remedy = A line just before this one is missing or misread.
diagnostic-batch-mismatch = The parts of this batch add up to { $found }, its total is { $expected }. The total is what moved.
diagnostic-count-mismatch = The file announces { $expected } lines; it holds { $found }.
    .remedy = Download it again: something of it may be missing.
diagnostic-balance-currency-mismatch = The opening balance and the closing balance are in different currencies: { $expected } and { $found }.
    .remedy = Download the statement again, or tell your bank.
diagnostic-bad-balance = “{ $found }” is not a balance.
    .remedy = Nothing is lost but the proof: set the balance of the account yourself.

## Accounts

diagnostic-no-account = The file does not say which account it is about.
    .remedy = Choose the account.
diagnostic-bad-iban = “{ $found }” is not a valid IBAN: its check digits disagree. It is kept as written.
diagnostic-several-accounts = The file holds several accounts: each becomes a statement of its own.

## CAMT

diagnostic-no-statement = The file holds no statement of an account.
    .remedy = Ask your bank’s site for the statement itself (camt.053).
diagnostic-foreign-namespace = This message is not of ISO 20022: its name space is “{ $found }”, where one like “{ $expected }” should stand.
    .remedy = Ask your bank’s site for OFX, CAMT or CSV, and drop that file here.
diagnostic-unknown-status = The state “{ $found }” is not known. The line is shown for information and never counted.
    .remedy = If it moved money, ask your bank for a statement of booked lines.
diagnostic-balance-other-currency = A balance is stated in { $found }, the account is in { $expected }.
    .remedy = Compare the balance with the bank’s site before you trust it.
diagnostic-encoding-contradicted = The file says that its letters are written as { $expected }, but they are not. It was read as { $found }.
    .remedy = If accents look wrong, choose another encoding.
evidence-camt = an ISO 20022 bank to customer message

## OFX

diagnostic-date-left-out = “{ $found }” is not a day. The line is kept without it.
    .remedy = Compare the line with the bank’s site.
diagnostic-stray-text = “{ $found }” stands in no field. It was left out of the line.
    .remedy = Look at the line in the file: a field may be broken off.
diagnostic-bank-answered = The bank answered with status { $status }: { $found }
    .remedy = Ask the bank’s site for the statement again.
diagnostic-investments-left-out =
    { $count ->
        [one] { $count } movement of securities is not listed: only cash is followed.
       *[other] { $count } movements of securities are not listed: only cash is followed.
    }
    .remedy = The cash account linked to these investments has a statement of its own: import that one.
diagnostic-accounts-only = The file lists accounts without their transactions.
    .remedy = Ask the bank’s site for a statement of each account.
diagnostic-answer-without-statement = The file is an answer of the bank that holds no statement.
    .remedy = Ask the bank’s site for the statement again, and choose an account and a period.
diagnostic-control-characters = Signs that mean nothing in a text (NUL) stand in the file. They are kept as they are.
    .remedy = Download it again: it may have been damaged on the way.
evidence-ofx-header = the header of OFX
evidence-ofx-element = the element <OFX>
evidence-ofx-line = transactions written as in OFX (STMTTRN)
evidence-told = you said so

## Files

diagnostic-file-missing = There is no such file.
    .remedy = Check its name and its folder.
diagnostic-file-is-folder = This is a folder, not a file.
    .remedy = Name the files in it.
diagnostic-file-changing = Another program is writing to this file. Nothing of it was read.
    .remedy = Wait until it has been saved whole, then drop it again.
diagnostic-file-twice = This is the same file as { $found }, byte for byte. It is read once.
diagnostic-file-unreadable = The file cannot be opened: { $found }
    .remedy = Check its rights.

## CSV

diagnostic-csv-layout = Read as follows: encoding { $encoding }, fields parted by “{ $delimiter }”, header on line { $header } (0: none), columns { $columns }; dates { $dateOrder }, decimal { $decimalSign }, amounts { $sign } (by { $because }; the running balance follows { $agreeing } of { $steps } steps). { $confidence ->
        [certain] Nothing is left open.
       *[other] Assumed: { $doubt }.
    }
diagnostic-profile-applied = Read by the profile “{ $name }”, which you made for files of this header.
diagnostic-profile-contradicted = The profile “{ $name }” knows this header but not this file: it says { $expected }, the file says { $found } ({ $about }). The file was read without it.
    .remedy = Check that it is of the same bank. Answer for this file, and it gets a profile of its own.
diagnostic-profile-misfit = The profile “{ $name }” is for other columns ({ $expected }) than this file has ({ $found }). The file was read without it.
    .remedy = Choose another profile, or none.
diagnostic-profile-no-form = This is no profile: { $found }
    .remedy = Choose a file that was exported as a profile.
diagnostic-profile-newer = This profile was written by a newer version of the program (form { $found }).
    .remedy = Install the newest version.
diagnostic-profile-value = This profile says “{ $found }” for { $field }, which means nothing here.
    .remedy = Export it again where it was made.
diagnostic-profile-twice = In this profile two columns are { $found }; a line has only one.
    .remedy = Export it again where it was made.
diagnostic-profile-lacks = This profile has no column for the { $found ->
        [date] day
       *[amount] amount
    }.
    .remedy = Export it again where it was made.
diagnostic-csv-too-many-columns = The file has { $found } columns; a bank’s export never has more than { $expected }.
    .remedy = Check that this is the file you meant.
diagnostic-csv-lines-beside =
    { $count ->
        [one] One line is no transaction (a title, a total, a note). It was read for account and balance only.
       *[other] { $count } lines are no transactions (titles, totals, notes). They were read for account and balance only.
    }
diagnostic-csv-fee-outside-amount = Fees of { $found } stand beside the amounts and were taken from the balance too. They are shown with their lines and not counted in the amounts.
    .remedy = Enter the fees yourself if the balance must agree.
diagnostic-nothing-to-import = The file has a header and no transactions.
    .remedy = Choose a longer period on your bank’s site.
diagnostic-csv-same-header = { $count } columns share the name “{ $found }”, so it tells none of them. Their texts are kept; nothing else is taken from them.
    .remedy = Check the transactions below before you import.
evidence-csv-header-and-rows = a table whose header names dates and amounts, with rows that hold both
evidence-csv-rows = rows that each hold a date and an amount
evidence-csv-header = a header that names dates and amounts
evidence-csv-name = fields parted by one sign, and a name that ends in .csv

## MT940, MT942

diagnostic-fragment = These lines hold { $found } but no statement: an account, a balance or a transaction is missing.
    .remedy = Ask your bank’s site for the whole file.
diagnostic-missing-fields = This statement lacks { $expected }.
    .remedy = Something of it may be missing: compare its balance with the bank’s site.
diagnostic-statement-note = The bank adds a note to the statement: “{ $found }”.
evidence-mt940 = the fields of a SWIFT statement
evidence-mt940-field = a field of a SWIFT statement

## CFONB120

diagnostic-stray-complement = This line completes a transaction, but none stands before it: { $found }.
    .remedy = The start of the file may be missing. Download it again.
diagnostic-bad-length = This line has { $found } characters, where { $expected } are the rule.
    .remedy = Check the amount and the text of this line.
evidence-cfonb120 = records of 120 characters of the French banks

## QIF

diagnostic-investment-register = This is an investment register: its amounts do not say which way the money went. They are shown for information and never counted.
    .remedy = Import the statement of the cash account as well.
evidence-qif = a header of the Quicken format
evidence-qif-record = records of the Quicken format

## Sheets (XLSX, XLS, ODS)

diagnostic-sheet-layout = Read as follows: sheet “{ $sheet }”, header on row { $header } (0: none), columns { $columns }; dates { $dateOrder }, decimal { $decimalSign }, amounts { $sign } (by { $because }; the running balance follows { $agreeing } of { $steps } steps). { $confidence ->
        [certain] Nothing is left open.
       *[other] Assumed: { $doubt }.
    }
diagnostic-sheet-without-table = The sheet { $record } holds no table of transactions. It was left out.
diagnostic-sheet-encrypted = This workbook is protected by a password.
    .remedy = Open it in a spreadsheet program, save it without a password, and drop that file here.
diagnostic-sheet-damaged = This workbook is incomplete or damaged: { $found }.
    .remedy = Download it again from your bank.
diagnostic-sheet-broken = The sheet cannot be read beyond row { $expected }: { $found }.
    .remedy = Download it again. The rows before it are listed.
diagnostic-sheet-too-large =
    { $what ->
        [bytes] This workbook unpacks to more than { $expected } bytes.
        [ratio] A part of this workbook unpacks to { $found } times its size; { $expected } times is allowed.
        [texts] The cells of this workbook hold more than { $expected } bytes of text.
        [sheets] This workbook has { $found } sheets; { $expected } are allowed.
        [columns] A row of this workbook has { $found } columns; { $expected } are allowed.
        [cells] This workbook has more than { $expected } cells.
       *[other] This workbook is beyond a limit set for safety: { $found } { $what }, where { $expected } are allowed.
    }
    .remedy = Ask your bank for a shorter period, or for CSV.
diagnostic-sheet-xml2003 = This is a workbook in the XML form of Excel 2003, which is not read.
    .remedy = Open it in a spreadsheet program, save it as XLSX, and drop that file here.
evidence-xlsx = the parts of an Excel workbook
evidence-xls = the stream of an Excel 97–2003 workbook
evidence-ods = the media type of an OpenDocument spreadsheet
evidence-sheet-encrypted = an encrypted Office document
evidence-sheet-xml = the XML of Excel 2003

## Printed statements: PDF and text

diagnostic-printed-mismatch = This statement was not read, because it does not add up: { $opening } before the first row, { $rows } rows, { $closing } after the last; { $found } is missing.
    .remedy = Ask your bank for the same period as CSV, OFX or CAMT. If the statement adds up on paper, please report its layout.
diagnostic-printed-unproved = This statement was not read: { $found } rows were found, but no balances that prove that they are all there and right.
    .remedy = Ask your bank for the same period as CSV, OFX or CAMT.
diagnostic-printed-without-year = { $found } rows were found, but nothing says of which year.
    .remedy = Drop the complete statement, with its first page.
diagnostic-printed-too-long = This text has { $found } lines; { $expected } are allowed.
    .remedy = Drop the statements one by one.
diagnostic-pdf-password-wanted = This PDF is locked.
    .remedy = Enter its password; banks often use a date of birth or the digits of a customer number.
diagnostic-pdf-password-wrong = This PDF does not open with that password.
    .remedy = Enter it again.
diagnostic-pdf-unknown-encryption = This PDF is encrypted in a way that is not read.
    .remedy = Open it in a PDF reader, print it to a new PDF, and drop that file here.
diagnostic-pdf-damaged = This PDF is incomplete or damaged.
    .remedy = Download it again.
diagnostic-pdf-too-large =
    { $what ->
        [bytes] This PDF has { $found } bytes; { $expected } are allowed.
        [pages] This PDF has { $found } pages; { $expected } are allowed.
       *[other] This PDF is beyond a limit set for safety: { $found } { $what }, where { $expected } are allowed.
    }
    .remedy = Drop the statements one by one.
diagnostic-pdf-scan = This PDF holds pictures of pages ({ $found }), no text: it is a scan.
    .remedy = Download the statement from your bank’s site instead of scanning it, or ask for CSV, OFX or CAMT.
diagnostic-pdf-scanned-pages = Pages of this PDF are pictures without text: { $found }. They were not read; the statement adds up without them.
diagnostic-pdf-empty = This PDF holds no text.
    .remedy = Download it again, or ask your bank for CSV, OFX or CAMT.
diagnostic-pdf-unknown-letters = The fonts of this PDF do not say which letters they draw ({ $found }).
    .remedy = Ask your bank for CSV, OFX or CAMT.
evidence-pdf = the mark of a PDF
evidence-printed-statement = rows between two balances that add up
evidence-printed-lines = lines with days and amounts, and a balance

## The worker

diagnostic-worker-time-limit = Reading this file took longer than the { $expected } seconds that are allowed. It was stopped.
    .remedy = Ask your bank for a shorter period, or for CSV.
diagnostic-worker-memory-limit = Reading this file needs more than the { $expected } MB of memory that are allowed. It was stopped.
    .remedy = Ask your bank for a shorter period, or for CSV.
diagnostic-worker-crashed = This file made its reader stop. Nothing else was harmed.
    .remedy = Download it again. If it stays so, ask your bank for CSV.
diagnostic-worker-missing = The program foil, which reads such files apart from the rest, is not beside Counterfoil.
    .remedy = Install Counterfoil again.

## E-mails and pages of shops

evidence-email = the headers of an e-mail
evidence-mbox = a mailbox of several e-mails
evidence-html = a web page that was saved
diagnostic-receipt-none = This document tells of no purchase, refund or parcel.
    .remedy = Drop the order confirmation, the invoice or the shipping notice.

## Invoices in XML and PDF

diagnostic-invoice-damaged = This e-invoice is not well formed, and nothing of it was read: { $found }
    .remedy = Download it again, or ask the merchant for the PDF.
diagnostic-invoice-document-type = This file has a document type (DTD), which an e-invoice never needs and which can do harm. It was not read.
    .remedy = Do not open it. Ask the merchant for the invoice as a PDF.
diagnostic-invoice-unknown-encoding = This e-invoice says that its characters are in “{ $found }”, which is no encoding. Nothing of it was read, so that no letter or amount is wrong.
    .remedy = Ask the merchant for the invoice again, in UTF-8.
diagnostic-invoice-empty = This e-invoice states neither a number nor an amount.
    .remedy = Ask the merchant for the whole invoice.
diagnostic-invoice-signed = The invoice inside this signed file could not be taken out.
    .remedy = Open it with your signature program, save the XML inside, and drop that file here.
diagnostic-invoice-bad-amount = “{ $found }” is not an amount. It was left out.
    .remedy = Compare the amounts with the invoice.
diagnostic-invoice-bad-date = “{ $found }” is not a day. It was left out.
    .remedy = Compare the dates with the invoice.
diagnostic-invoice-bad-currency = “{ $found }” is not a currency. It was left out.
    .remedy = Compare the amounts with the invoice.
evidence-cii = an e-invoice of UN/CEFACT (Factur-X, ZUGFeRD)
evidence-ubl = an e-invoice in UBL
evidence-fatturapa = an Italian e-invoice
evidence-fatturapa-signed = an Italian e-invoice inside a signature
diagnostic-not-a-receipt = This file holds no invoice or receipt that Counterfoil can read.
    .remedy = Drop the merchant’s e-mail or its PDF invoice here.
diagnostic-scanned-receipt = This PDF holds pictures of pages, no text.
    .remedy = Ask the merchant for the PDF itself, or photograph the receipt.
diagnostic-original-unshown = This kind of file is kept, but cannot be shown here.
    .remedy = Open the document in its folder, with its own program.
diagnostic-original-unprinted = This original cannot be put on paper.
    .remedy = It stays in your history, where it can be opened.
diagnostic-pictures-attached = Pictures came with this e-mail.

## Pictures, calendars, Amazon’s export

evidence-picture = the mark of a picture
evidence-ics = a calendar with a delivery in it
evidence-amazon-orders = the header of Amazon’s export of one’s own orders
diagnostic-recogniser-missing = The text of a picture is read by Tesseract, which is not installed on this computer.
    .remedy = Install it (on Debian and Ubuntu the packages tesseract-ocr and tesseract-ocr-fra), then drop the picture again.
diagnostic-recogniser-stopped = The text of this picture could not be recognised in the { $expected } seconds that are allowed.
    .remedy = Cut the picture down to the receipt, then drop it again.
diagnostic-picture-heic = This picture is in HEIC or AVIF, which Counterfoil does not read.
    .remedy = Save or share it as JPEG. On an iPhone: Settings, Camera, Formats, “Most Compatible”.
diagnostic-picture-kind = This picture is in { $found }, which Counterfoil does not read.
    .remedy = Save it as PNG or JPEG.
diagnostic-picture-too-large = This picture is too large to be read ({ $found }).
    .remedy = Cut it down to the receipt, or save it smaller.
diagnostic-picture-too-heavy = This picture takes more time or memory to open than is allowed.
    .remedy = Cut it down to the receipt, or save it smaller, as JPEG or PNG.
diagnostic-picture-damaged = This picture is damaged or cut off.
    .remedy = Copy it again from where it came from, or take it again.
diagnostic-picture-without-receipt = No total of a purchase could be read in this picture.
    .remedy = Take it again from straight above, in good light, with the whole ticket flat and sharp.
diagnostic-amazon-row = This row of Amazon’s export could not be read: { $field } is “{ $found }”. It was left out.
    .remedy = Compare it with the order on Amazon’s pages.
