# 机器人关于自己的话。关于世界的事实一律放在 src/knowledge 的 claim 里。

sources-heading = 依据
source-line = [{ $number }] { $label } · { $standing } { $checked }
source-line-stale = [{ $number }] { $label } · { $standing } { $checked }，待重新核对
standing-verified = 核对于
standing-reported = 据公开报道，核对于
standing-disputed = 说法不一，核对于
standing-unverified = 尚未证实，核对于

telegram-caution = 注意：
telegram-choose = 请选择一项。
telegram-private = 这条回答只给你一个人看，请到私聊里查看。
telegram-private-button = 打开私聊

discord-caution = 注意：
discord-file-too-large = 文件 { $name } 太大，Discord 发不了。
discord-next-is-private = 这个回答只给你看，在下一条消息里，别人看不到。
discord-sent-privately = 这个回答只给你看，已经发到我们的私聊里。
discord-cannot-write = 这个回答只给你看，但 Discord 不允许我给你发私信。请改用斜杠命令。
discord-public-name = 公开
discord-public-description = 让频道里的人都能看到回答
