# 机器人关于自己的话。关于世界的事实一律放在 src/knowledge 的 claim 里。

sources-heading = 依据
caution-mark = 注意：
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

start-who = 我帮助在中国大陆信用卡、贷款逾期，或者担心逾期的人。
start-what = 用你自己的话问就行。我会给你简短的回答、依据，以及接下来怎么做。
start-how = 我是程序，不是银行、法院或律师。你写的内容不会被保存。也可以从这里开始：
start-late = 逾期几天了
start-cannot-pay = 还不上了
start-collectors = 催收一直打电话
start-record = 我的征信
start-court = 收到法院文书
start-remind = 还款日前提醒我

help-intro = 像跟朋友说话一样写下你的问题就行。也可以用这些命令：
command-start = 我是谁，从哪里开始
command-help = 我能做什么
command-topics = 浏览全部话题
command-ask = 用自己的话提问
command-language = 选择回答的语言
command-place = 选择适用哪里的法律
command-about = 这是什么，不是什么
command-privacy = 保存了你的哪些信息，怎样删除

button-topics = 全部话题
button-help = 帮助
button-start = 重新开始
button-place = 我不在大陆
button-privacy = 隐私

topics-intro = 想了解哪方面？
topics-group = 选一个最接近你情况的。
topics-all = 全部分类
topics-option = 话题分类

ask-option = 用自己的话写下问题
ask-what = 想问什么？用自己的话写下来就行。
ask-title = 提问
ask-field = 你的问题
ask-placeholder = 例如：逾期三天了，会上征信吗

language-which = 用哪种语言回答你？
language-unknown = 我可以用这些语言回答：
language-option = 英文、简体、繁体，或自动
language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-automatic = 自动：跟随我的消息
language-fixed = 好的，以后都用中文回答你。
language-follows = 好的，以后你用什么语言写，我就用什么语言答。

place-which = 欠款在哪里？我按那里的法律回答。
place-unknown = 我了解这些地方：
place-option = 欠款适用哪里的法律
place-fixed = 好的，以后按这里的法律回答：{ $place }。
not-kept = 刚才没能保存，请过一分钟再试。

answer-not-advice = 以上是一般信息，不是法律意见。
facts-button = 事实与依据
facts-heading = 背后的事实：{ $label }
elsewhere-heading = { $place }：{ $subject }
elsewhere-unknown = 这一点在{ $place }的规定，我了解得不够，不能回答。我知道的是：
elsewhere-note = 这里说的是{ $place }，大陆的规定在那里不适用。以上是一般信息，不是法律意见。
elsewhere-mainland = 我的欠款在大陆

choose-which = 我想先确认一下，是哪一种情况？也可以换个说法。
abstain = 这个我可能帮不上。我只了解中国大陆的逾期、催收、征信和还款。
abstain-what = 可以换个说法，或者看看全部话题。
unknown-command = 没有 /{ $name } 这个命令。直接写你的问题就行。
old-button = 这个按钮是以前版本的，已经不能用了。请从这里重新开始。
apology = 我这边出了点问题，没能回答你。请再发一次。如果又出现，请把这个编号告诉运营者：{ $reference }
privacy-short = 我只加密保存你选择的语言和地区，以及上一个话题。你写的内容不会保存。

kept-heading = 目前加密保存着你的：
kept-language = • 回答的语言：{ $language }
kept-place = • 地区：{ $place }
kept-topic = • 上一个话题：{ $topic }
kept-nothing = 目前没有保存你的任何信息。
forget-button = 删除保存的内容
forget-sure = 要删除你的语言、地区设置和正在谈的话题吗？删除后不能恢复。
forget-yes = 删除
forget-no = 先不删
forget-done = 已经删除。现在没有保存你的信息，只剩最近更新的加密编号，三天内自动过期。
forget-failed = 刚才没能删除，什么都没有变。请过一分钟再试。

due-tomorrow = { $label }：明天到期
due-ahead = { $label }：{ $days } 天后到期
due-today = { $label }：今天到期
due-yesterday = { $label }：昨天已到期
due-passed = { $label }：{ $days } 天前已到期
due-late = 这条提醒晚了{ $amount }，没能按时发出。
due-late-minutes = { $count } 分钟
due-late-hours = { $count } 小时
due-late-days = { $count } 天
due-late-stands = 还没过到期日，来得及。
due-late-passed = 到期日已经过了，抱歉。
due-late-some = 其中有的到期日已经过了，抱歉。
due-repeat = 这条你可能已经看到过了。
due-undelivered = 有 { $count } 条提醒没能送到，或不确定是否送到。之后的提醒照常发送。

receipt = { $id } · 核对于 { $checked }
command-why = 上一个回答是由哪些词得出的
command-wrong = 告诉我们哪个回答不对
why-button = 为什么这么答
why-heading = 为什么这么答：{ $label }
why-words = 你的话里，这些词指向它：{ $words }
why-concepts = 我理解为：{ $concepts }
why-nearest = 我知道的最接近的问法：{ $question }
why-between = 、
why-little = 你上一条消息里没有指向这个回答的词。它来自按钮，或者是接着上一步给出的。
why-not-kept = 你的消息只在内存里放半小时，仅用于这个说明，不会保存。
why-unknown = 得出上一个回答的那条消息已经不在了。发 /why 加上你的问题，我说明是怎么理解的。
why-abstained = 那条消息里，没有找到属于我了解的话题的词。
wrong-button = 这不对
wrong-title = 这不对
wrong-field = 哪里不对？
wrong-placeholder = 例如：期限已经改了，或者不符合我的情况
wrong-what = 哪里不对？写一句话就行。
wrong-what-about = 「{ $label }」这个回答哪里不对？写一句话就行。
wrong-kept = 这句话会和话题、日期、语言一起加密保存，最多180天，不带你的名字和账号。请不要写姓名和号码。
wrong-never-mind = 算了
wrong-thanks = 谢谢。会有人看到并核对这个回答，但没法在这里回复你。
wrong-empty = 里面没有可以转达的内容。发 /wrong 可以再试一次。
share-offer = 我答不上的问题，可以不带你的名字和账号、加密保存下来，用来补写回答吗？随时可以用 /privacy 停止。
share-yes = 可以保存
share-no = 不用
share-agreed = 谢谢。以后我答不上的问题会不带名字保存，最多180天。发 /privacy 可以停止。
share-declined = 好的，你的问题都不会保存。
share-stop = 不再保存问题
kept-share-yes = • 你同意过：我答不上的问题会保存，不带名字
kept-share-no = • 你选择了：问题都不保存
