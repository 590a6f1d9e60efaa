# What the bot says about itself. Never a fact about the world: those are claims in src/knowledge.

sources-heading = Sources
caution-mark = Careful:{" "}
source-line = [{ $number }] { $label } · { $standing } { $checked }
source-line-stale = [{ $number }] { $label } · { $standing } { $checked }, due for a new check
standing-verified = checked
standing-reported = as reported, checked
standing-disputed = disputed, checked
standing-unverified = not confirmed, checked

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
elsewhere-note = This is about { $place }. Mainland rules do not apply there. General information, not legal advice.
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
forget-sure = Delete your settings, the topic in hand and all your reminders? This cannot be undone.
forget-yes = Yes, delete
forget-no = No, keep them
forget-done = Deleted. Nothing about you is kept now, apart from the sealed numbers of recent updates, which expire within three days.
forget-failed = I could not delete it just now, nothing has changed. Please try again in a minute.

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

receipt = { $id } · checked { $checked }
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
