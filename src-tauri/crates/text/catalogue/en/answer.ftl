# What the history answers to a question. Amounts and days come written; what is empty goes with its space.

answer-whom-out = at { $name }
answer-whom-in = from { $name }
answer-whom-category = in the category { $name }
answer-whom-account = in { $name }
answer-whom-tag = tagged #{ $name }
answer-whom-words = for “{ $name }”
answer-whom-payment = in { $name }
answer-whom-amount = ({ $name })
answer-and = { $first } and { $second }

answer-payment-fee = bank fees
answer-payment-interest = interest
answer-payment-cash = cash withdrawals
answer-payment-card = card payments
answer-payment-salary = salary
answer-payment-cheque = cheques
answer-payment-directDebit = direct debits
answer-payment-transfer = transfers

answer-when-day = on { $day }
answer-when-month = in { $month }
answer-when-year = in { $year }
answer-when-days = from { $from } to { $until }
answer-when-months = from { $from } to { $until }
answer-when-years = from { $from } to { $until }
answer-when-since = since { $from }
answer-when-until = up to { $until }
answer-when-ever = since the beginning

answer-days-of-month = { $from } – { $until }
answer-ever = since the beginning

answer-sum-out = { $lead ->
    [yes] spent { $whom } { $when }
   *[no] { $whom } { $when }
    }, { $count ->
    [one] in one payment
   *[other] in { $count } payments
    }
answer-sum-in = received { $whom } { $when }, { $count ->
    [one] in one payment
   *[other] in { $count } payments
    }
answer-sum-net = in minus out, { $whom } { $when }
answer-average-week = a week on average, { $whom } { $when }
answer-average-month = a month on average, { $whom } { $when }
answer-average-year = a year on average, { $whom } { $when }
answer-count-out = { $count ->
    [one] payment
   *[other] payments
    } { $whom } { $when }
answer-count-in = { $count ->
    [one] payment received
   *[other] payments received
    } { $whom } { $when }
answer-count-net = { $count ->
    [one] transaction
   *[other] transactions
    } { $whom } { $when }
answer-last-out = last payment { $whom } { $when }, on { $day }
answer-last-in = last payment received { $whom } { $when }, on { $day }
answer-last-net = last transaction { $whom } { $when }, on { $day }
answer-first-out = first payment { $whom } { $when }, on { $day }
answer-first-in = first payment received { $whom } { $when }, on { $day }
answer-first-net = first transaction { $whom } { $when }, on { $day }
answer-largest-out = largest payment { $whom } { $when }, on { $day }
answer-largest-in = largest payment received { $whom } { $when }, on { $day }
answer-largest-net = largest amount { $whom } { $when }, on { $day }
answer-smallest-out = smallest payment { $whom } { $when }, on { $day }
answer-smallest-in = smallest payment received { $whom } { $when }, on { $day }
answer-smallest-net = smallest amount { $whom } { $when }, on { $day }
answer-by = { $sentence }, { $name }
answer-refund = refunded { $whom } { $when }, { $count ->
    [one] once
   *[other] { $count } times
    }
answer-held = in { $name } on { $day }
answer-held-many = { $count } accounts, each on its own day
answer-parcels = { $count ->
    [one] one parcel
   *[other] { $count } parcels
    } { $whom }

answer-nothing = Nothing { $whom } { $when }.
answer-nothing-average = No average { $whom } { $when }: no whole { $per ->
    [week] week
    [year] year
   *[other] month
    } of it is over and covered by statements.
answer-nothing-refund = Nothing refunded { $whom } { $when }.
answer-nothing-held = No statement gives a balance, and you set none.
answer-nothing-parcel = No parcel { $whom } in what you dropped.

answer-parcel-arrived = arrived on { $day }
answer-parcel-arrived-unknown = arrived
answer-parcel-returned = returned
answer-parcel-between = arriving between { $from } and { $until }
answer-parcel-on = arriving on { $until }
answer-parcel-late = late, expected on { $until }
answer-parcel-pickup = to pick up by { $until }
answer-parcel-ready = ready to pick up
answer-parcel-unknown = on its way, no day given

answer-unknown = I did not understand “{ $words }”. Try a date, a merchant or an amount.
answer-unknown-all = I did not understand this question. Try a date, a merchant or an amount.
answer-several = Several names fit “{ $words }”. Which one?

answer-gap = The statement of { $from } to { $until } is missing.
answer-gap-account = The statement of { $account } of { $from } to { $until } is missing.
answer-known-until = Statements go up to { $day }.
answer-known-until-account = Statements of { $account } go up to { $day }.
answer-proved = { $month } statement proven
answer-proved-days = statements proven

answer-chip-everybody = all merchants
answer-chip-out = money out
answer-chip-in = money in
answer-chip-net = both
answer-chip-per-none = no breakdown
answer-chip-per-week = by week
answer-chip-per-month = by month
answer-chip-per-year = by year
answer-chip-per-counterparty = by merchant

answer-follow-month = and in { $month }?
answer-follow-week = by week
answer-follow-by-month = by month
answer-follow-largest = the largest purchase
answer-follow-whom = by merchant
answer-follow-this-year = and this year?
answer-follow-total = how much in total?
