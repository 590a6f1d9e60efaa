# What the bot says about itself. Never a fact about the world: those are claims in src/knowledge.

sources-heading = Sources
caution-mark = Careful:{" "}
sources-heading-checked = Sources, checked on { $checked }
source-line = [{ $number }] { $label } · { $standing }
source-line-checked = [{ $number }] { $label } · { $standing }, checked on { $checked }
source-line-stale = [{ $number }] { $label } · { $standing }, checked on { $checked }, due for a new check
standing-verified = verified
standing-reported = reported
standing-disputed = disputed
standing-unverified = not confirmed

telegram-caution = Note:
telegram-choose = Please choose.
telegram-private = This answer is for you alone. Open our private chat to read it.
telegram-private-button = Open the private chat

discord-caution = Note:
discord-file-too-large = The file { $name } is too large for Discord.
discord-next-is-private = This answer is for you alone. It is in the next message, which only you can see.
discord-sent-privately = This answer is for you alone. It is in our private chat.
discord-cannot-write = This answer is for you alone, but Discord does not let me write to you privately. Please use a slash command instead.
discord-public-name = public
discord-public-description = Let everybody in this channel read the answer

start-who = I help people in mainland China who are behind on a card or loan, or afraid of it.
start-what = Ask me anything in your own words. You get a short answer with its source, and what to do next.
start-how = I am a program, not a bank, court or lawyer. What you write is not stored. You can also start here:
start-late = A few days late
start-cannot-pay = I cannot pay
start-collectors = Collectors are calling
start-record = My credit record
start-court = Court papers came
start-remind = Remind me before the due date

help-intro = Write your question as you would to a friend. These commands work too:
command-start = Who I am, and where to begin
command-help = What I can do
command-topics = Browse all topics
command-ask = Ask a question in your own words
command-remind = Set a reminder for a due date
command-reminders = Your reminders: look, change, pause, delete
command-calendar = Your due dates as a calendar file
command-language = Choose the language of the answers
command-place = Choose whose law the answers follow
command-about = Who runs this, and what it is not
command-privacy = What is kept about you, and how to delete it

button-topics = All topics
button-help = Help
button-start = Start again
button-remind = Set a reminder
button-reminders = My reminders
button-calendar = Calendar file
button-place = I live elsewhere
button-privacy = Privacy

topics-intro = What is it about?
topics-group = Choose the one closest to your situation.
topics-all = All groups
topics-option = A group of topics

ask-option = Your question, in your own words
ask-what = What would you like to know? Write it in your own words.
ask-title = Ask a question
ask-field = Your question
ask-placeholder = For example: I am three days late, does it go on my record?

language-which = Which language should I answer in?
language-unknown = I can answer in these languages:
language-option = English, Simplified or Traditional Chinese, or automatic
language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-automatic = Automatic: follow my messages
language-fixed = From now on I answer in English.
language-follows = From now on I answer in the language you write in.

place-which = Where is the debt? I follow the law of that place.
place-unknown = I know these places:
place-option = The place whose law applies to your debt
place-fixed = From now on my answers follow the law of this place: { $place }.
not-kept = I could not save that just now. Please try again in a minute.

answer-not-advice = General information, not legal advice.
facts-button = Facts and sources
facts-heading = The facts behind: { $label }
elsewhere-heading = { $place }: { $subject }
elsewhere-unknown = I do not know the rules of { $place } on this point well enough to answer. This is what I do know:
elsewhere-note = This is about { $place }. Mainland rules do not apply there.
elsewhere-mainland = My debt is in the mainland

choose-which = I want to be sure. Which one is it? Or say it in other words.
abstain = I am not sure I can help with that. I only know about overdue debts, collection, credit records and repayment in mainland China.
abstain-what = Say it in other words, or look through the topics.
unknown-command = I do not know the command /{ $name }. You can simply write your question.
old-button = This button is from an earlier version and no longer works. Please start again here.
apology = Something went wrong on my side, and your message was not answered. Please send it again. If it happens twice, tell the operator this word: { $reference }
privacy-short = I keep your language and place settings and the topic you last asked about, sealed. Your messages are not stored.

kept-heading = Kept about you right now, sealed:
kept-language = • language of the answers: { $language }
kept-place = • place: { $place }
kept-zone = • time zone: { $zone }
kept-sign-up = • a reminder that you have not confirmed yet
kept-reminders = • reminders: { $count }
kept-topic = • topic you last asked about: { $topic }
kept-nothing = Right now nothing is kept about you.
forget-button = Delete what is kept
forget-sure = Delete your settings, the topic in hand, your calculations and all your reminders? This cannot be undone.
forget-yes = Yes, delete
forget-no = No, keep them
forget-done = Deleted. Nothing about you is kept now, apart from the sealed numbers of recent updates, which expire within three days.
forget-failed = I could not delete it just now, nothing has changed. Please try again in a minute.

flow-found = You began this before. Go on, or begin again?
flow-continue = Go on
flow-show = Show the result
flow-open-kept = Open what I kept
flow-again = Begin again
flow-back = Back
flow-change = Change an answer
flow-keep = Keep this
flow-kept = Kept, sealed. You find it here under the same command, and can delete it under privacy.
flow-stopped = Stopped. Your answers stay sealed for a week, in case you come back.
flow-write = Write it
flow-unknown = I don't know
flow-choose = Please choose one of these.
flow-wrong-amount = I could not read that as an amount between 0.01 and 100 million yuan. Write it like 8000, 1.2w or 5k.
flow-wrong-rate = I could not read that as a rate. Say for how long it is: 24% a year, 2% a month or 0.05% a day.
flow-wrong-days = I could not read that as a time of at most ten years. Write it like 20 days or 3 months.
flow-wrong-months = I could not read that as a number of months between 1 and 360. Write it like 12 or 2 years.

command-cost = What interest and charges come to
command-plan = A payoff plan from what you can really pay
button-cost = Work out the cost
button-plan = Make a plan
cost-option = The case in a few words: 8000, 20 days
plan-option = Your debts, one a line: CMB card 12000 18% a year min 600

cost-intro = I work out what it costs, one question at a time. Roughly is enough. The answers stay sealed for a week and are then gone.
cost-ask-kind = What is it about?
cost-kind-card = Credit card
cost-kind-bank = Bank loan
cost-kind-online = Online or micro loan
cost-kind-private = Private loan
cost-kind-real = The real rate of a loan
cost-ask-bill = How much is the card bill?
cost-ask-amount = How much is overdue?
cost-ask-paid = How much of this bill have you paid?
cost-paid-nothing = Nothing
cost-paid-minimum = The minimum
cost-wrong-paid = Write an amount below the bill, like 500, or "nothing".
cost-ask-basis = Does your bank count interest on the whole bill or on the unpaid part? It is in the card agreement.
cost-basis-unpaid = Unpaid part
cost-basis-whole = Whole bill
cost-ask-share = What share of the bill was the minimum payment?
cost-wrong-share = Write a share between 1% and 50%, like 10%.
cost-ask-date = When was the loan agreed? The legal ceiling depends on that day.
cost-date-between = { $from } to { $until }
cost-wrong-date = Write the day like 2025-08-01, or the month like 2025-08.
cost-ask-card-rate = What is the card's rate?
cost-ask-rate = What is the rate, all interest and fees together? Write it by the year, month or day.
cost-ask-contract = What is the yearly rate in the contract?
cost-rate-day = { $rate }% a day
cost-ask-interest = Was interest due before, and is still unpaid?
cost-interest-none = None
cost-ask-days = For how many days has it been overdue, or will it be?
cost-ask-days-lent = For how many days is interest to be counted?
cost-days = { $days } days
cost-months = { $months } months
cost-ask-received = How much money did you really receive? Leave out what was kept back.
cost-ask-way = How is it paid back?
cost-way-monthly = The same sum each month
cost-way-once = All at once
cost-ask-months = For how many months?
cost-ask-term = After how many days?
cost-ask-back-monthly = How much each month, fees included?
cost-ask-back-once = How much in all, fees included?

cost-heading = { $amount }, { $days } days
cost-card = Interest { $interest }, late charge { $charges }: { $total } to pay in all. Each further day costs { $perDay }.
cost-plain = Interest { $interest }: { $total } to pay in all. Each further day costs { $perDay }.
cost-bank = Penalty interest { $low } to { $high }: up to { $total } to pay in all. Each further day costs up to { $perDay }.
cost-minimum = With the minimum alone ({ $share } of the balance, at least { $floor }) it takes { $months } months and { $interest } of interest. With { $fixed } every month it takes { $fixedMonths } months and { $fixedInterest }.
cost-above = Interest and charges here come to { $rate } a year, { $points } points above { $line }. On this sum and time that is { $amount } above the line.
cost-below = { $rate } a year is within { $line }.
cost-lpr-unknown = I do not know the loan prime rate of that day; I know it up to { $until }. Look it up and multiply it by four.
cost-assumed = Assumed:
cost-assumed-usual-rate = the usual rate of { $day } a day ({ $year } a year of 365 days).
cost-assumed-day-rate = { $day } a day ({ $year } a year of 365 days).
cost-assumed-whole = Interest is on the whole bill of { $amount }.
cost-assumed-unpaid = Interest is on the unpaid { $amount }.
cost-assumed-compound = Unpaid interest bears interest every 30 days.
cost-assumed-charge = The minimum was { $share } of the bill, and the late charge is { $charge } of what is missing from it, once for each bill missed; your bank may take more.
cost-assumed-posting = On a card interest usually runs from the day each purchase was posted: add about { $perDay } for each earlier day. Your contract decides.
cost-assumed-contract = the contract rate is { $rate } a year, the penalty rate { $low } to { $high }.
cost-assumed-year = A year has 365 days.
cost-assumed-rate = { $rate } a year of 365 days, all fees included.
cost-assumed-ceiling = you do not know the rate, so I took { $rate } a year, the line up to which charges usually stand.
cost-assumed-simple = No interest on interest. Your contract decides.

real-heading-monthly = { $received } received, { $back } back in each of { $months } months
real-heading-once = { $received } received, { $back } back after { $days } days
real-rate = The real rate is { $simple } a year; with interest on interest { $effective }. It costs { $more } in all.
real-none = You pay back no more than you received, so there is no interest.
real-above = { $rate } a year is { $points } points above { $line }.
real-private = 4 times the LPR was { $line } from { $from } to { $until }; the value of another day must be looked up.
real-assumed-monthly = Counted from the money in your hand, with the first payment after one month; the rate of a month times 12.
real-assumed-once = Counted from the money in your hand, with 365 days a year.
real-too-high = Is this rate too high

chart-cost = What is owed, day by day
chart-added = Interest and charges so far, in yuan
chart-day = Day { $day }
chart-amount = Amount
chart-interest = Interest
chart-charges = Late charge
chart-owed = Owed, yuan
chart-days = Days overdue
chart-plan = What is still owed, month by month, in yuan
chart-avalanche = Dearest first
chart-snowball = Smallest first
chart-end = Debt-free

plan-intro = We begin with what you can really pay. One question at a time; roughly is enough. The answers stay sealed for a week and are then gone.
plan-ask-income = What comes in each month, after tax?
plan-ask-living = What do food, housing, utilities and family need each month? That comes first, before any debt.
plan-ask-debt = Now the debts. Write the first one in a line, with what you know: name, balance, yearly rate, monthly minimum, due day. For example: CMB card 12000 18% a year min 600 5th. You can send all at once, one a line.
plan-ask-next-debt = The next debt: name, balance, rate, minimum, due day.
plan-wrong-line = I could not read that as a debt. Write a name and an amount, like: CMB card 12000. One debt a line.
plan-ask-balance = How much is owed on { $label }?
plan-ask-kind = What kind of debt is { $label }?
plan-kind-home = Home loan
plan-kind-car = Car loan
plan-ask-rate = What is the yearly rate of { $label }?
plan-ask-minimum = What has to be paid on { $label } each month, at least?
plan-minimum-none = Nothing yet
plan-ask-due = On which day of the month is { $label } due?
plan-day = Day { $day }
plan-wrong-due = Write a day between 1 and 31.
plan-ask-more = Is there another debt? You can also write it right away.
plan-more-no = No, that is all
plan-more-yes = Yes
plan-ask-extra = How much more could you pay?

plan-heading = Your payoff plan, up to { $end }
plan-left = You owe { $owed }. After living costs { $left } is left each month ({ $income } less { $living }); the minimums need { $minimums }.
plan-avalanche = Dearest first: { $months } months, { $interest } interest, done in { $end }.
plan-snowball = Smallest first: { $months } months, { $interest } interest, done in { $end }.
plan-same = Dearest first or smallest first comes to the same: { $months } months, { $interest } interest, done in { $end }.
plan-snowball-never = Smallest first: never done, the interest runs away.
plan-never = never done
plan-first-month = Next month:
plan-pay = • { $label }: { $amount }
plan-pay-by = • { $label }: { $amount }, by day { $day }
plan-order = Done in this order:
plan-done = { $number }. { $label }: { $end }
plan-extra = With { $amount } more each month: { $months } months, { $sooner } sooner, { $saved } less interest.
plan-assumed = Assumed: a month's interest is a twelfth of the yearly rate, rounded to the fen; minimums stay the same; nothing new is borrowed; no late charges.
plan-assumed-rate = { $label }: { $rate } a year.
plan-assumed-minimum = { $label }: { $amount } each month.
plan-button-months = Month by month
plan-button-snowball = Smallest first
plan-button-extra = { $amount } more
plan-button-summary = Back to the plan
plan-months-heading = Month by month
plan-month = { $month }: pay { $paid }, left { $left }
table-month = Month
table-interest = Interest
table-paid = { $label } paid
table-left = { $label } left

short-heading = The minimums cannot be met: first things first
short-heading-never = With these terms it never ends: change the terms first
short-missing = After living costs { $left } is left each month. The minimums need { $minimums }, so { $missing } is missing. That is a reason to negotiate, not a failure.
short-never = The minimums of { $minimums } can be met from { $left }, but the interest grows faster than the debts shrink.
short-protect = Protect first: food, rent, utilities, medicine. No debt comes before them.
short-protect-secured = Protect first: food, rent, utilities, medicine; then what hangs on your home or car: { $debts }.
short-secured = The { $left } is not enough for { $debt }: talk to that lender first about a lower instalment or an extension, before any card or online loan gets this money.
short-pay = From the { $left }, go on paying: { $debts }.
short-cards = Ask for personalised instalments first: { $cards }. Over { $months } months that would need { $plain } a month without interest, or { $dear } at today's rates.
short-others = Ask for an extension or a lower rate, in writing: { $debts }.
short-no-loans = Take no new loan to fill the gap; it raises the total.

kept-cost = • cost of { $amount } that you asked me to keep
kept-plan = { $count ->
    [one] • payoff plan that you asked me to keep, one debt
   *[other] • payoff plan that you asked me to keep, { $count } debts
  }
kept-progress = • answers to questions in hand, for a week

due-tomorrow = { $label }: due tomorrow
due-ahead = { $label }: due in { $days } days
due-today = { $label }: due today
due-yesterday = { $label }: was due yesterday
due-passed = { $label }: was due { $days } days ago
due-late = This comes { $amount } late, because I could not send it in time.
due-late-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
  }
due-late-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
  }
due-late-days = { $count ->
    [one] 1 day
   *[other] { $count } days
  }
due-late-stands = There is still time: the due date has not passed.
due-late-passed = The due date has passed meanwhile. I am sorry.
due-late-some = Some of these due dates have passed meanwhile. I am sorry.
due-repeat = You may have seen this already.
due-undelivered = { $count ->
    [one] One reminder did not reach you, or I cannot be sure that it did. The next ones come as planned.
   *[other] { $count } reminders did not reach you, or I cannot be sure that they did. The next ones come as planned.
  }

receipt = General information, not legal advice · { $id } · checked { $checked }
receipt-undated = General information, not legal advice · { $id }
command-why = Which words led to the last answer
command-wrong = Tell us that an answer is wrong
why-button = Why this answer
why-heading = Why this answer: { $label }
why-words = In your message these words spoke for it: { $words }
why-concepts = I read them as: { $concepts }
why-nearest = The closest question I know: { $question }
why-between = {", "}
why-little = Your last message shares no telling word with this answer. It came from a button, or as a next step.
why-not-kept = Your message is held in memory for half an hour, for this alone. It is not stored.
why-unknown = I no longer have the message that led to the last answer. Send /why with your question and I show how I read it.
why-abstained = I found nothing in that message that belongs to a topic I know.
wrong-button = This is wrong
wrong-title = This is wrong
wrong-field = What is wrong?
wrong-placeholder = For example: the period has changed, or this does not fit my case
wrong-what = What is wrong? One sentence is enough.
wrong-what-about = What is wrong with the answer "{ $label }"? One sentence is enough.
wrong-kept = Your sentence is kept sealed with the topic, the day and the language, without your name or account, for up to 180 days. Please leave out names and numbers.
wrong-never-mind = Never mind
wrong-thanks = Thank you. A person reads this and checks the answer. I cannot reply to it here.
wrong-empty = There was nothing in it that I could pass on. Send /wrong to try again.
share-offer = May questions that I cannot answer be kept, sealed and without your name or account, so that the answers can be written? You can stop this any time with /privacy.
share-yes = Yes, keep them
share-no = No
share-agreed = Thank you. From now on questions that I cannot answer are kept without your name, for up to 180 days. /privacy stops it.
share-declined = All right, nothing of your questions is kept.
share-stop = Stop keeping questions
kept-share-yes = • you agreed: questions that I cannot answer are kept, without your name
kept-share-no = • you declined: no question is kept

remind-option = What is due and when, in one sentence
remind-option-early = How many days before (0 is the day itself)
remind-option-time = At what time
remind-example = For example: remind me about the CMB card on the 25th of every month, 3 days before at 9am
remind-not-understood = I could not find a date in that.
remind-understood = Is this right?
remind-line = { $label }: { $when }
remind-next = Next dates: { $dates }
remind-notice = I write to you { $notice }.
remind-zone = Times are in { $zone }.
zone-beijing = Beijing time
remind-amount-shown = The amount { $amount } will stand in the messages.
remind-amount-hidden = Amount { $amount }: kept sealed, not shown in the messages.
remind-show-amount = Show the amount
remind-hide-amount = Hide the amount
remind-confirm = Yes, set it
remind-change-time = Change the time
remind-change-leads = Change how early
remind-change-zone = Other time zone
remind-cancel = Cancel
remind-cancelled = Nothing was set.
remind-draft-gone = This sign-up is finished or too old. You can start a new one.
remind-which = What is it for? Choose one; only this name will be in the messages.
label-card = Credit card
label-platform = Online loan
label-mortgage = Mortgage
label-car = Car loan
label-rent = Rent
label-person = A person I owe
label-none = Payment
remind-day = On which day of the month is { $label } due?
remind-weekday = On which day of the week is { $label } due?
remind-day-words = You can also write it, for example: 25 December, next Friday, the 3rd each month
day-button = { $day }
day-last-button = Last day
remind-which-time = At what time should I write?
remind-which-leads = How many days before?
remind-which-zone = Which clock do you live by? You can change it again with the next sign-up.
remind-private = Reminders are for you alone. Please write to me in our private chat.
remind-chat-greeting = Your reminders will come here.
remind-chat-there = The messages come to our private chat, not to this channel.
remind-chat-closed = Not set yet: I am not allowed to write to you privately, so no message would reach you. Please allow direct messages from this server, or send me a private message first. Then press the button again.
remind-chat-later = Not set yet: I cannot open our private chat just now. Please press the button again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
  }, or send me your reminder in a private message.
remind-kept = { $label }: set. First message { $next }.
remind-first-missed = For { $date } the days you chose are already over.
remind-also-same-day = { $label }: also on the day
remind-kept-note = A message can be late or missing, so please keep a second alarm. The due date counts either way.
remind-too-many = { $label }: not set. { $most } reminders are the most I keep for one person.
remind-too-late = { $label }: not set, because no message could come in time.
remind-error-date = That date or time does not exist. Please write it again.
remind-error-past = That day is already over. Please write a day to come.
remind-no-lunar = I cannot count by the lunar calendar. Please write the solar date.
remind-no-hourly = I cannot remind you every few hours or minutes. Once on a day is possible.
remind-no-daily = I cannot remind you every day. Weekly, monthly, yearly or once is possible.
remind-no-working-day = I cannot count working days. Please write a day of the month or of the week.
remind-no-nth-weekday = I cannot count weekdays within a month. Please write a day of the month.
remind-no-until = I cannot set an end. Write it without the end; you can delete it at any time.
remind-no-twice = Please write each day, for example: on the 5th and the 20th of every month.
remind-no-hours-before = I count ahead in days, not hours. Please write days and a time.
when-unknown = day not known yet
when-monthly = day { $day } of every month
when-months = day { $day }, every { $every } months
when-month-end = the last day of every month
when-months-end = the last day, every { $every } months
when-statement = { $days } days after the statement on day { $day }
when-weekly = every { $weekday }
when-weeks = { $weekday }, every { $every } weeks
when-yearly = every year on { $date }
when-years = { $date }, every { $every } years
when-once = once, on { $date }
list-comma = ,{" "}
list-stop = ;{" "}
list-and = {" "}and{" "}
lead-same-day = on the day
lead-after = after it
notice-words = { $days }, at { $time }
reminders-none = You have no reminders.
reminders-heading = Your reminders ({ $count })
reminders-more = More
reminders-full = You have as many reminders as I can keep. Delete one first.
reminder-line = { $label }: { $date }
reminder-paused-line = { $label }: paused
reminder-suspended-line = { $label }: stopped while I could not reach you
reminder-due = Due: { $date }
reminder-amount = Amount: { $amount }
reminder-workday-line = On a weekend or holiday I count from the working day before.
reminder-repeat-line = After the due time I ask again once a day, at most three times, until you press Paid.
reminder-is-paused = Paused.
reminder-skip = Skip this one
reminder-change-date = Change the date
reminder-more = More settings
reminder-back = Back
reminder-which-setting = What should be different?
reminder-rename = Rename
reminder-new-name = { $label }: write the new name, at most { $most } characters. Only this name stands in the messages.
reminder-name-field = Name
reminder-quiet = Quiet hours
reminder-which-quiet = In which hours should I not write? A message that falls inside comes at their end.
reminder-quiet-off = No quiet hours
reminder-quiet-line = No messages from { $from } to { $until }.
reminder-after = After the due date
reminder-which-after = If it is not marked as paid: when should I write after the due date?
reminder-after-one = Only the day after
reminder-after-days = { $days } days after
reminder-after-line = While it is not marked as paid, I also write { $days } days after the due date.
reminder-workday-on = Weekend: the day before
reminder-workday-off = Weekend: no change
reminder-repeat-on = Ask until paid
reminder-repeat-off = Do not ask again
reminder-pause = Pause
reminder-resume = Resume
reminder-delete = Delete
reminder-undo = Undo
reminder-deleted = { $label }: deleted. You can undo this for ten minutes.
reminder-changed = Changed.
reminder-paused = Paused. No messages until you resume it.
reminder-resumed = It is on again.
reminder-restored = It is back.
reminder-gone = This reminder no longer exists.
reminder-skipped = { $label }: skipped for { $date }.
reminder-new-date = { $label }: write the new date, for example: the 15th of every month
due-paid = Paid
due-snooze = Snooze
due-cannot-pay = I can't pay
due-details = Details
due-paid-done = { $label }: noted as paid for { $date }.
due-next = Next due date: { $date }
due-after = If you have paid, press Paid and I will be quiet. If not, it is still worth acting today.
due-late-topic = A day late: what now
snooze-until = Until when? The due date does not move.
snooze-hour = In an hour
snooze-evening = This evening
snooze-tomorrow = Tomorrow
snoozed = { $label }: I write again on { $date } at { $time }.
snoozed-note = The due date stays { $date }.
calendar-name = Due dates
calendar-note = Open it with your calendar program. It has the dates as of now; after a change, fetch it again. It works without me.
lead-before = { $days } days before
lead-before-one = 1 day before

crisis-self = I am glad you wrote this. You do not have to get through this night alone.
crisis-self-call = Please call somebody now, before anything else:
crisis-self-step-1 = Move away from what could hurt you. Go to a room with light, or where people are.
crisis-self-step-2 = Send one person this: “I am not all right. Please call me or come.”
crisis-self-step-3 = Stay with that person, or on the line. Sit down, drink some water. Nothing else has to be decided tonight.
crisis-other = You are right to be worried, and it is good that somebody noticed.
crisis-other-call = Call now, without waiting until you are sure:
crisis-other-step-1 = Stay with them or on the phone. If they are gone or do not answer, tell the police the last place and the last message.
crisis-other-step-2 = Ask openly whether they think of suicide, and listen. Leave the money for later.
crisis-other-step-3 = Put away pills, blades and keys, and get a second person to come.
crisis-harm = This needs a doctor now. Everything else can wait.
crisis-harm-call = Call the ambulance first, and do not hang up:
crisis-harm-step-1 = Say where you are, what happened, and what was taken.
crisis-harm-step-2 = Unlock the door, and call whoever is nearest to come and stay.
crisis-harm-step-3 = Keep the package of what was taken, to show to the doctor. Press a clean cloth on a wound.
crisis-violence-self = You are in danger. Your safety comes first, not the money.
crisis-violence-self-call = Call the police first. If you cannot speak, write to somebody you trust, and ask them to call:
crisis-violence-self-step-1 = Get behind a locked door or to where people are, if you can. Do not open, do not argue.
crisis-violence-self-step-2 = Say where you are, how many there are, and what they carry. Put your phone on silent.
crisis-violence-self-step-3 = Do whatever keeps you safe until help comes. Money and papers can be sorted out afterwards.
crisis-violence-other = Somebody you know is in danger. This is for the police, now.
crisis-violence-other-call = Call the police first:
crisis-violence-other-step-1 = Say who it is, where, since when, and what was demanded.
crisis-violence-other-step-2 = Keep the messages, videos and account numbers. Do not go there alone.
crisis-violence-other-step-3 = Tell one person near you, and keep your phone free for the police.
crisis-ten-minutes = The next ten minutes:
crisis-debt = The debt can wait, and it can be worked out, one step at a time.
crisis-debt-elsewhere = The debt can wait, and it can be worked out, one step at a time. Under mainland law:
crisis-onwards = When you can, write to me again. We talk about one thing only, whichever you like.

refuse-hide-assets = I cannot help keep things from a court, but I can show what the law leaves you anyway, and how to ask for it.
refuse-forged-papers = I cannot help with papers or stories that are not true, but I can show which true ones a lender accepts, and where to get them.
refuse-never-repay = I cannot help borrow what will not be paid back, but if you cannot pay what you owe, I can show what to do first.
refuse-expose-debtor = I cannot help expose somebody or press their family and contacts, but I can show how to ask for your money lawfully.
refuse-impersonate = I cannot help pose as an authority, a court or a bank, but I can show what a creditor may lawfully write and do.
refuse-credit-records = I cannot help get at other people's records or change any, but I can show how to see your own, and have mistakes in it corrected.
refuse-strangers-sign = I cannot help have others sign for a loan that is not theirs, but I can show what a guarantor takes on, and other ways to find a solution.
refuse-many-identities = I cannot help borrow under other names or faces, but I can show what to do about the debts you have.
refuse-fake-agency = I cannot help take money from people in debt, but I can show what such services may not do, and where help is free.
refuse-auto-dial = I cannot help flood somebody with calls or messages, but I can show which contact with a debtor is lawful.
refuse-complaints-for-profit = I cannot help with complaints that are not true or made for money, but I can show how to write a true one of your own.
refuse-hurt-debtor = I cannot help frighten or hurt anybody, but I can show how to get your money back lawfully.
refuse-cash-out = I cannot help turn a card or credit line into cash by sham purchases, but I can show safer ways out of a shortage.

secret-posted = Please delete your message: it seems to hold { $what }. I do not keep it, and nobody here will ever ask you for it.
secret-card = a card number
secret-id-number = an ID number
secret-password = a password
secret-code = a verification code

command-check = Check a message from a collector, agency or lender
button-check = Check a message
check-menu = Check this message
check-option = The message, pasted here
check-what = Paste or forward the message. I look for things that are forbidden or typical of fraud.
check-not-kept = I read it once and keep nothing of it.
check-never-mind = Never mind
check-title = Check a message
check-field = The message
check-placeholder = Paste the whole text, with the sender's number if you have it
check-too-short = That is too short to check.
check-found = Found in this message: { $count }
check-danger = may be a crime
check-scam = looks like a scam
check-breach = against the rules
check-verify = to be verified
check-finding = { $label } ({ $severity }) - the words: { $words }
check-quote = "{ $words }"
check-between = ,{" "}
check-also = Also found: { $labels }
check-do = What to do
check-where = Where to complain
check-limits = I judge words, not who sent them. A true debt stays a debt also when it is collected wrongly. General information, not legal advice.
check-another = Check another message
check-none = I found none of the things that I look for
check-none-means = That does not mean that the message is true or harmless. I know words only; fraud can be worded well.
check-verify-heading = How to make sure
check-looked = I looked for: { $labels }

command-timeline = What usually happens next, by days overdue
button-timeline = What happens next
timeline-option = Kind of debt and days, for example: card, 60 days
timeline-intro = Two questions, then what usually comes, what to do now, and what cannot happen.
timeline-ask-kind = What kind of debt is it?
timeline-ask-days = How many days overdue? Press, or write for example "45 days" or "two months".
timeline-days =
    { $days ->
        [0] not yet, or today
        [one] { $days } day
       *[other] { $days } days
    }
timeline-wrong-days = I need a number of days, for example: 45 days, two months.
timeline-kept = Where I am: { $label }, { $days } days overdue
timeline-heading = { $label }, { $days } days overdue
timeline-stage = { $days }: { $label }
timeline-here = → { $line } (you are here)
timeline-you = you are here
timeline-from = From day { $from }
timeline-day = Day { $from }
timeline-between = Days { $from }-{ $until }
timeline-usual = { $label }: what usually happens
timeline-do = What to do now
timeline-note = The days are what usually happens, not law; a lender may act earlier or later. General information, not legal advice.

command-log = Note a collector's call, visit or message
button-log = Note a contact
log-which = What was it?
log-kept-note = I keep the day, the time, the kind and who it was, sealed, until you delete it with /privacy. No names, no numbers, no words.
log-kind-call = A call I answered
log-kind-missed = A call I missed
log-kind-message = A message
log-kind-visit = A visit
log-kind-others = They contacted others
log-show = My log ({ $count })
log-ask-who = { $kind } - who was it?
log-who-lender = The lender
log-who-agency = A collection agency
log-who-unknown = I do not know
log-noted = Noted: { $date }, { $time } - { $kind }, { $who }
log-day = That day: { $total } in all; calls answered { $call }, missed { $missed }, messages { $message }, visits { $visit }, others contacted { $others }.
log-over-calls = Calls, on { $count ->
    [one] { $count } day
   *[other] { $count } days
 }:
log-over-night = At night, on { $count ->
    [one] { $count } day
   *[other] { $count } days
 }:
log-over-others = Others contacted, on { $count ->
    [one] { $count } day
   *[other] { $count } days
 }:
log-earlier = It was earlier
log-another = Note another
log-undo = Undo
log-undone = Taken out.
log-gone = That entry no longer exists.
log-ask-when = When was it?
log-today-at = Today, { $time }
log-yesterday-at = Yesterday, { $time }
log-line = { $date }, { $time } - { $kind }, { $who }
log-heading = Your log: { $count } on { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
log-proof = Keep recordings, screenshots and letters with it. The log alone is your own note, not proof.
log-table = As a table (.csv)
log-table-note = It opens in Excel. Add the numbers that called from your phone, and attach it to a complaint.
log-date = Date
log-time = Time
log-weekday = Weekday
log-kind = Kind
log-who = Who
log-calls-of-day = Connected calls that day
log-remark = Remark
log-remark-night = in the quiet hours
log-remark-calls = more connected calls than the standard allows
log-remark-tries = more tries than the guideline allows
log-remark-others = somebody else was contacted
kept-contacts = • contact log: { $count } { $count ->
    [one] entry
   *[other] entries
 }

command-deadline = The last day of a period: payment order, answer, appeal, objection
button-deadline = Work out the last day
deadline-option = What and when, for example: payment order received on 7 December
deadline-which = Which last day do you want to know?
deadline-when = On which day was it that { $event }? Press, or write the date.
deadline-ago =
    { $days ->
    [0] Today
    [1] Yesterday
   *[other] { $days } days ago
    }
deadline-heading = The last day: { $label }
deadline-opened = Counted from { $date }: { $event }. That day itself is not counted.
deadline-end = { $label }: { $date } ({ $days ->
    [one] 1 day left
   *[other] { $days } days left
 })
deadline-today = { $label }: { $date }, today
deadline-over = { $label }: { $date }, { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
 }
deadline-moved = By the count alone it would be { $counted }, a day off, so it moves to the next working day.
deadline-unknown = The public holidays of { $year } are not published yet. The last day can only be later; plan with this one.
deadline-note = A paper may name other days: then those count. Ask 12368 or 12348 when in doubt. General information, not legal advice.
deadline-remind = Remind me
deadline-another = Another last day
deadline-label = Your date: { $date }
deadline-reminded = I will remind you for { $date }. The message does not say what it is about.
deadline-too-late = It is too late for a reminder: act today.

command-mydata = Everything kept about you, as a file
command-forget = Delete everything kept about you
mydata-here = This file holds everything that is kept about you right now. Only you can see it. /forget deletes it all.
mydata-failed = I could not read it just now. Please try again in a minute.
