# 机器人关于自己的话。关于世界的事实一律放在 src/knowledge 的 claim 里。

sources-heading = 依据
source-line = [{ $number }] { $label } · { $standing } { $checked }
source-line-stale = [{ $number }] { $label } · { $standing } { $checked }，待重新核对
standing-verified = 核对于
standing-reported = 据公开报道，核对于
standing-disputed = 说法不一，核对于
standing-unverified = 尚未证实，核对于
