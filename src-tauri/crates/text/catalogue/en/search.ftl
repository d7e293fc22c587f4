# What a search says, part by part, and why a part cannot be looked for.

asked-phrase = “{ $words }”
asked-from = from: { $name }
asked-account = account: { $name }
asked-tag = #{ $tag }
asked-not = not { $what }

asked-has-receipt = with a receipt
asked-has-note = with a note
asked-has-tag = with a tag
asked-without-receipt = without a receipt
asked-without-note = without a note
asked-without-tag = without a tag

asked-is-refund = refund
asked-is-refunded = refunded
asked-is-transfer = between your accounts
asked-is-pending = pending
asked-is-in = money in
asked-is-out = money out
asked-is-cash = cash you noted
asked-is-fee = bank fees

asked-amount-over = over { $from }
asked-amount-at-least = { $from } or more
asked-amount-under = under { $until }
asked-amount-at-most = { $until } or less
asked-amount-between = { $from } to { $until }

asked-days-since = since { $from }
asked-days-until = until { $until }
asked-days-between = { $from } to { $until }
asked-months-between = { $from } to { $until }
asked-years-between = { $from } to { $until }

asked-unknown-from = No conversation is called so.
asked-unknown-account = No account is called so.
asked-unknown-tag = No tag is called so.

asked-why-missing = What to look for is missing.
asked-why-no-letters = There is no letter and no digit here to look for.
asked-why-no-such-day = The calendar has no such day.
asked-why-backwards = It ends before it begins.
asked-why-not-a-day = This is no date. Try “March 2024”, “yesterday” or “12/03/2024”.
asked-why-not-an-amount = This is no amount. Try “42.10”, “>100” or “10..20”.
asked-why-unknown-has = After “has:” comes receipt, note or tag.
asked-why-unknown-is = After “is:” comes refund, refunded, transfer, pending, in, out, cash or fee.
