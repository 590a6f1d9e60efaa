# What the bot says about itself. Never a fact about the world: those are claims in src/knowledge.

sources-heading = Sources
source-line = [{ $number }] { $label } · { $standing } { $checked }
source-line-stale = [{ $number }] { $label } · { $standing } { $checked }, due for a new check
standing-verified = checked
standing-reported = as reported, checked
standing-disputed = disputed, checked
standing-unverified = not confirmed, checked
