# What the bot says about itself. Never a fact about the world: those are claims in src/knowledge.

sources-heading = Sources
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
