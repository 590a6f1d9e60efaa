// Whether somebody asks to be reminded, or talks about reminders, due dates or debts.
import type { Rule } from './span.ts';

/** What a phrase of request tells: `ask` is "remind me", `weak` may be something else ("tell me"), `polite` goes with it, `forget` is "I keep forgetting". */
export type Request = 'ask' | 'weak' | 'polite' | 'forget' | 'shared';

function words(pattern: RegExp, value: Request): Rule<Request> {
  return { pattern, read: () => value };
}

const chineseVerb = '(?:提醒|提示|提个醒|ping)';
const weakChineseVerb =
  '(?:说(?=一[声下])|叫醒?|喊|通知|知会|戳|吱|敲打?|call|cue|告诉|吼|踢|踹|艾特|@|吱会|呼|滴|叮|弹)';
const once = '(?:一下下?|一声|一句|下|声|着|一次)?';

const chineseRequests: readonly Rule<Request>[] = [
  words(
    /(?:千万|一定)?(?:别|不要|勿|莫|甭|不能)(?:再|让我|叫我)*(?:给)?(?:忘(?:了|记)?(?:掉)?|错过|漏(?:了|掉)?|误了?|落下)(?:要|去)?/g,
    'ask',
  ),
  words(
    new RegExp(
      `(?:(?:请|麻烦|拜托|劳烦|劳驾|烦请|可以|可不可以|能不能|能否|能|帮忙|帮我|给我|记得|务必|一定|到时候?|到点了?|到日子|按时|准时|定时|提前|再|都|要|我?想要?(?:让)?|我希望|让|你|您|就|来|也|统一|分别|各|机器人|小助手)+ ?)*${chineseVerb}${once}(?:我|俺|咱|本人|人家)${once}(?:要|该|得|记得|应该|别忘了?)*`,
      'g',
    ),
    'ask',
  ),
  words(
    new RegExp(
      `(?:(?:请|麻烦|拜托|劳烦|劳驾|烦请|可以|可不可以|能不能|能否|能|帮忙|帮我|给我|记得|务必|一定|到时候?|到点了?|到日子|按时|准时|定时|提前|再|都|要|我?想要?(?:让)?|我希望|让|你|您|就|来|也|统一|分别|各|机器人|小助手)+ ?)*${weakChineseVerb}${once}(?:我|俺|咱|本人|人家)${once}(?:要|该|得|记得|应该|别忘了?)*`,
      'g',
    ),
    'weak',
  ),
  words(
    /(?:请|麻烦|帮忙|帮我|给我|记得|到时候?|到点|按时|准时|定时|也|都|要|各|统一|就|来个?|发个?|需要)*(?:设置?|建|加|弄|定|订|来|开|整|创建|添加|安排|搞|做|发|上)?(?:一?个|一?条|成)?(?:每月|每周|定期)?(?:还款|账单|到期|付款|缴费)?的?(?:提醒(?=$|█|[,。、;!~:：\s]|还|交|缴|付|存|转|一下|下|一声|就|一次|即可|哈|哦|吧|吗|谢)|闹钟|备忘|闹铃)(?:一下|一声|下|一次)?(?:就行|就好|即可)?/g,
    'ask',
  ),
  words(
    /(?:请|麻烦|帮我|给我|要|我要|我得|千万|一定)*(?:记得|记住|记着|记一下|记下来?|记上|记一笔|备忘一?下?)(?:要|去|得)?(?:█|(?=.))/g,
    'ask',
  ),
  words(
    /(?:我)?(?:老|总|经常|容易|每次都|一忙就|我怕|怕我|就怕|怕|担心|免得|省得|不然|否则|要不然)(?:是|会|爱|又|我|自己|容易|就|怕|又会|总|给)*(?:忘|不记得|记不住)(?:了|记|掉|光|性大)*/g,
    'forget',
  ),
  // 「21:00提醒民生卡」: the order itself, before what it is about.
  words(
    /(?<=^|[█,。;、!\s])(?:请|麻烦|帮忙|记得|到时候?|准时|就)*提醒(?=[\p{L}\d])(?!.{0,2}(?:功能|短信|电话|设置|列表|时间|[的是说在得怎没不了]))/gu,
    'ask',
  ),
  words(
    /(?<=^|[█,。;\s])(?:请|麻烦|记得)*(?:说|讲|吱|通知|告诉|喊|叫|敲|踢|戳|呼)(?:一[声下]|声)(?=$|[█,。;!\s哈哦吧啊呗])/g,
    'weak',
  ),
  words(/(?:帮我|给我|替我|请|麻烦)+(?:(?:盯|看|记|惦记)(?:着|住|好)(?:点)?|记(?:录)?(?:一下|下)?(?= ?[:█,]))/g, 'ask'),
  words(/我?(?:这)?(?:记性|记忆力|脑子)(?:不好使|不好|太差|很差|差|不行)(?:了)?|我?记不住|我?健忘/g, 'forget'),
  words(
    /(?:可以|能|请|麻烦|帮我|给我|我要|我想|我需要)+(?:再)?(?:设置?|建|加|定|订|弄|添加|创建|安排)?(?:一?[个条])?(?=█)|吗\??(?=$|█|,|。)|(?<=^|[█,。 ])(?:再|多)?(?:设置?|建|加|定|订|弄|添加|创建|安排)一?[个条](?=█)|(?<=^|[█,。 ])(?:好的?|嗯+|行|ok|okay|那|那么|对了)(?=[,。 ]|█)/gi,
    'polite',
  ),
  words(
    /谢谢(?:你|您|啦|了)?|谢啦|多谢|感谢|拜托(?:了|啦|你)?|辛苦了?|你好|您好|在吗|哈喽|嗨|麻烦(?:你|了)?|帮个忙/g,
    'polite',
  ),
  words(/(?:好吗|行吗|可以吗|好不好|行不行|可以不|行不|中不中|成吗|能吗|ok吗|好么|行么|可以么)\??/gi, 'polite'),
  words(/(?:一共|两个|三个|几个|这几个)?(?:都|全部|全都|均|统统|分别|各自)(?=█|,|$| )/g, 'shared'),
];

const politeEnglish =
  "(?:(?:please|pls|plz|plase|kindly|hey|hi|hello|yo|bot|just|also|and|then|can|could|would|will|you|u|ya|i|want|need|would like|'d like|i'd like|like|to be|to|get|help|me|so|ok|okay|maybe|always|again|both|that|it|let's|lets|mind|both times|all) )*";

/** Remind, as hurried thumbs write it. */
const misspelt = 'r(?:e|i)?m+(?:[ie]{0,2}[nm]?[ie]?n?)d+(?:er|e)?';

const englishRequests: readonly Rule<Request>[] = [
  words(
    new RegExp(
      `\\b${politeEnglish}(?:remind(?:ing)?|remember|${misspelt}|nudge|ping|wake|alert|notify|poke|buzz|prompt|prod) (?:me|us)\\b(?: up)?(?: (?:again|once|please|pls|also|both))*`,
      'gi',
    ),
    'ask',
  ),
  words(
    new RegExp(
      `\\b${politeEnglish}(?:tell|text|message|msg|dm|warn|shout at|bug|call|beep|bother|yell at|jog) (?:me|us)\\b(?: up)?(?: (?:again|once|please|pls|also|both))*`,
      'gi',
    ),
    'weak',
  ),
  words(new RegExp(`\\b${politeEnglish}(?:be )?(?:reminded|nudged|pinged|alerted|notified)\\b`, 'gi'), 'ask'),
  words(
    /\blet me know\b|\b(?:please )?(?:give|send|drop|get) me (?:an? |the )?(?:shout|nudge|heads?[- ]?up|ping|reminder|buzz|poke|alert|message|notice)s?\b/gi,
    'ask',
  ),
  words(
    new RegExp(
      `\\b${politeEnglish}(?:set(?:ting)?(?: up)?|create|add|make|put(?: in)?|schedule|need|want|have|get)(?: me| up| in)*(?: an?| one| the| my)? ?(?:new |monthly |weekly |yearly |recurring |payment |bill )*(?:reminders?|alerts?|alarms?|notifications?)(?: (?:for|to|about|of|on))?`,
      'gi',
    ),
    'ask',
  ),
  words(
    /\b(?:an? )?(?:monthly |weekly |new |payment )?(?:reminder|alarm)s?(?: (?:for|to|about|of|please|pls))?\b:?/gi,
    'ask',
  ),
  words(
    /\b(?:please |pls )?(?:don'?t|do not|never|dont) (?:let|allow) me (?:to )?(?:forget|miss)\b(?: (?:about|to))?|\b(?:so )?(?:that )?i (?:don'?t|dont|won'?t|wont|do not) (?:forget|miss)(?: (?:it|about it|this|again))?\b/gi,
    'ask',
  ),
  words(
    /\b(?:please )?(?:don'?t|dont|do not) forget(?: (?:to|about))?\b|\bnote to self\b:?|\bremember(?: (?:to|that))?\b|\bto-?do\b:?/gi,
    'ask',
  ),
  words(
    /\b(?:cos|coz|cuz|because|since|as|or)? ?i(?:'ll| will| might)? (?:always|keep|often|usually|might|may|tend to|just)? ?(?:keep )?(?:on )?(?:forget(?:ting)?)(?: (?:it|about it|every time|all the time|otherwise|this|things|stuff|too easily))?\b/gi,
    'forget',
  ),
  words(
    /\b(?:please|pls|plz|thanks(?: a lot| so much)?|thank you(?: so much)?|thx|ty|cheers|tks|(?:hey|hi|hello)(?:,? (?:bot|there|you))?|dear bot|kindly|good morning|if you (?:can|could)|if possible|will you|would you|could you|can you|can u|could u|ok|okay|yo)\b/gi,
    'polite',
  ),
  words(
    /\b(?:with |and |plus )?an? (?:nudge|ping|shout|poke)\b|\b(?:with |and |plus )?(?:an? )?heads?[- ]?up\b|(?<=^|[█,.] ?)(?:alert|alarm|ping|nudge)\b:|(?<=[█,.] ?)(?:alert|ping|nudge|reminder)(?= ?(?:$|[.,!]))/gi,
    'ask',
  ),
  words(
    /\bi (?:always|keep|often|usually|constantly) (?:mess|screw|miss|lose|botch|muddle)\w*(?: (?:this|it|that|track))?(?: up)?\b:?/gi,
    'forget',
  ),
  words(/\b(?:and )?i (?:need|want|would like|'d like) █/gi, 'ask'),
  words(/\b(?:twice|two times|three times)\b:?/gi, 'shared'),
  words(/\b(?:please |pls )?remind\b:?(?! (?:you|him|her|them|us|people|every ?body|customers)\b)/gi, 'ask'),
  words(/\b(?:for )?(?:both|all (?:of them|three|two|four)|each(?: of them| time)?|everything|all)\b/gi, 'shared'),
];

export const requestRules: readonly Rule<Request>[] = [...chineseRequests, ...englishRequests];

/** What the message is about when it is a question, a complaint or an order about reminders that exist. */
const otherBusiness: readonly RegExp[] = [
  /怎么|怎样|咋|如何|为什么|为啥|为何|什么|啥|哪[天里个些儿种一]|哪(?=号|月)|几[号天点月次个时期]|多少|多久|多长|是不是|有没有|会不会|要不要|该不该|是否|难道|需不需要|算不算|来不来得?及|还是(?!要|得)|谁|咩|有冇|几多|系咪|点样|边个|冇/,
  /(?:没|没有|未|不用|不必|不需要|停止|停掉|停了?|取消|关闭|关掉|关了|删除|删掉|删了?|撤销|暂停|恢复|跳过|查看|查一?下|看看|列出|列一?下|导出|修改|更改|改一?下|重复|别再?|不要再?|不想再?)(?:给我|我|你|这个|那个|所有的?|全部的?|之前的?|设的?|一下|掉|在|再|\s|的|每月){0,3}.{0,5}(?:提醒|闹钟|通知|叫我|喊我|催我)/,
  /(?:提醒|闹钟)(?:我|的)?.{0,4}(?:没(?!钱)|取消|关掉|关了|删|停|改|暂停|恢复|晚了|太|重复|功能|设置|记录|列表|次数|错|失败|收不到|没收到|吵|有用|准不准|收费|免费)/,
  /(?:改成|改到|改为|换成|换到|换为|调成|调到|推迟到|延到|改在|挪到)/,
  /(?:昨天|前天|上次|刚才|之前|上个?月|早上)(?:你)?的提醒/,
  /会.{0,8}(?:提醒|叫|通知|催).{0,12}(?:吗|么|嘛|\?)/,
  /\b(?:why|how|what|whats|what's|when|whens|when's|where|who|which|whose|whether|wht|wat)\b/i,
  /(?:^|[,.;?!] ?)(?:so |and |but |or )?(?:did|does|do|is|are|was|were|am|has|have|had|should|may|shall) (?:i|you|u|it|they|he|she|we|there|the|my|your|this|that|a|an)\b(?!n't)/i,
  /\b(?:didn'?t|doesn'?t|wasn'?t|weren'?t|never|isn'?t|haven'?t|hasn'?t|no longer|stop(?:ped)?|cancel(?:led)?|snooze|unsubscribe|turn off|turn .{1,30}\boff|disable|mute|reschedule|rename|undo)\b/i,
  /^(?:please |pls |can (?:you|u) |could (?:you|u) |i (?:want|need) to )*(?:delete|remove|edit|changed?|modify|pause|resume|skip|move|list|show|export|see|view)\b|\b(?:delete|remove|edit|change|modify|pause|resume|skip|move|list|show|export|see|view) .{0,25}\b(?:reminders?|alerts?|nudges?|pings?|notifications?)\b/i,
  /\byou(?:'d| said| promised| told| were| should have| would have)\b|\bnothing (?:came|happened|arrived)\b/i,
  /\bdon'?t (?:remind|ping|nudge|tell|text|message|notify|alert|call)\b|\bno (?:more )?(?:reminders?|messages|pings|alerts)\b/i,
  /(?:又|已经|刚|刚刚|才)(?:提醒|通知)|提醒(?:了|过)/,
  /\b(?:last|previous|latest|old) reminders?\b|\breminders? (?:was|were|came|comes|went|did|has|had)\b/i,
  /^(?:so |and )?(?:will|would|shall) (?!you\b|u\b|ya\b|someone\b|somebody\b)\w+|\bi asked\b|\b(?:texts|calls|messages|charges|tells|wants|asks|emails|rings|notifies|pings|nudges|sends) (?:me|us)\b/i,
  /\breminds (?:me|us|you)\b/i,
  /^(?:我的?|咱)?(?:老婆|老公|媳妇|妈妈?|爸爸?|家人|朋友|同事|对象|男友|女友|催收|客服|平台|他们?|她们?|人家|系统|手机|银行|支付宝|微信)(?=每|天天|总|老|又|一直|今|昨|在|都|会).{0,12}(?:提醒|通知|叫|喊)(?:过|了)?我/,
  /\b(?:got|received|had|gets|sends|sent|gave|gives)(?: me| us)? (?:a|an|the|another|this|their|your|his|her|\d+|two|three|many|some)? ?(?:reminders?|alerts?|notifications?)\b/i,
  /\b(?:reminded|you reminded|your reminders?|the reminders?|my reminders?|my alerts?|these reminders?|that reminder|the alerts?)\b(?! (?:for|to|about) )/i,
];

/** "Don't let me forget" and "don't forget" are requests, "can you …" is polite: they are taken out first. */
export function isOtherBusiness(sentence: string): boolean {
  const asked = sentence
    .replace(/(?:别|不要|勿|不能)(?:再|让我|叫我)*(?:忘(?:了|记)?|错过|漏)/g, ' ')
    .replace(/\b(?:so )?(?:that )?i (?:don'?t|won'?t|never) (?:forget|miss)\b/gi, ' ')
    .replace(/\b(?:don'?t|do not|never) (?:let me )?(?:forget|miss)\b/gi, ' ')
    .replace(/\bnever forget\b/gi, ' ')
    .replace(/\bis when\b/gi, ' ')
    .replace(/\b(?:to )?be reminded\b/gi, ' ')
    .replace(/\b(?:when|where) (?:it is|it's|its) due\b|\bwhich is (?:on )?the\b/gi, ' ');
  return otherBusiness.some((pattern) => pattern.test(asked));
}

/** What people say of a debt that went wrong: never the name of a bill unless they ask to be reminded of it. */
const trouble: readonly RegExp[] = [
  /逾期|还不上|还不了|还不起|没钱|没有钱|没还|未还|忘还|忘了还|催收|起诉|被告|法院|传票|征信|协商|停息|挂账|罚息|滞纳|黑名单|失信|老赖|爆通讯录|威胁|骚扰|拖欠|欠了|最低还款|延期|宽限|失业|裁员|诈骗|被骗|冻结|来得及|晚[一两几]|才(?:能|有)|发工资|工资|扣不了|扣款失败|已经|怎么办|只能|还能|我?(?:只有|只剩|就剩|才有)|手[里头]|(?:银行|他们?|她们?|对方|平台|客服|房东|老板|人家|公司).{0,2}(?:让|叫|要|催|逼)我|可不可以|能不能|可以|能否|利率|一天利息/,
  /\b(?:overdue|late|missed|miss|can'?t|cannot|cant|couldn'?t|won'?t|unable|sued|court|collectors?|collection|arrears|default(?:ed)?|behind|jail|lawsuit|summons|harass|threat|broke|penalty|fined|frozen|blocked|blacklist|credit (?:record|report|score)|enough|no money|forgot|i (?:usually |always |normally |already )?(?:pay|repay|transfer|send|give|owe|earn|panic|cry)(?= .{0,30}(?:every|each|per|a) )|only (?:have|got|earn|make)|i (?:have|got|earn|make) only|salary|already|still|yet|happen(?:s|ed)?)\b/i,
];

export function tellsOfTrouble(sentence: string): boolean {
  return trouble.some((pattern) => pattern.test(sentence));
}
