// The tools reached by plain words: "can you check this message", 「记一笔催收电话」. What may be a question is left alone.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { askForMessage, checkForm, checkMessage } from './check/answer.ts';
import { commands } from './commands/index.ts';
import { startLog } from './contact-log/log.ts';
import type { Context } from './context.ts';
import { answerDeadline, isDeadlineForm, todayOf, typedOpened } from './deadline/answer.ts';
import { readSpokenDeadline, type SaidDeadline } from './deadline/read.ts';
import type { Reply } from './reply.ts';

/** Letters from which what follows "check this message" is the message. */
const shortestMessage = 14;

const checkChinese =
  /^(?:请|麻烦|你好[,，]?)?(?:你|你能|能不能|能|可以|可不可以)?(?:帮(?:我|忙)?|给我|替我)?(?:看看|看一下|看下|检查一下|检查|查查|分析一下|分析|辨别一下|辨别|鉴别一下|鉴别|核对)(?:这|下面这?|以下|我(?:刚)?收到的)?(?:一)?(?:条|个|段|封|则)?(?:催收)?(?:短信|简讯|讯息|信息|消息|微信|邮件|话)(?:有没有问题|合不合法|是真是假|真假|是不是骗子|违不违规|违规吗|合法吗)?(?:[:：,，。.!！?？\n]|$)/;
const checkEnglish =
  /^(?:please |hi,? |hello,? )?(?:can you |could you |would you |will you )?(?:please )?(?:check|look at|have a look at|analy[sz]e|examine)(?: out)? (?:this|the|my|a|following|this following|the following) (?:collection |collector'?s? |debt )?(?:text message|message|text|sms|email|letter|msg)(?: for me| please| i (?:got|received|have))*(?:[:.,?!\n]|$)/i;
/** How texts of firms and offices begin: 【招商银行】. */
const signature = /^【[^】\n]{2,24}】/;

const logChinese =
  /^(?:请|麻烦)?(?:帮我|给我|我要|我想)?(?:记一?[笔下个条次]|记录一?[笔下个条次]?|登记一?[笔下个条次]?|再记一[笔条])(?:今天的?|刚才的?)?(?:催收|骚扰|讨债|逼债)(?:的|员)?(?:电话|来电|短信|信息|微信|上门|记录)?[。.]?$|^(?:我的)?催收记录(?:本|表)?[。.]?$/;
const logEnglish =
  /^(?:please |can you |could you |i want to |i'd like to )?(?:log|note|note down|record|write down) (?:a|another|this|the|one more|that) (?:(?:debt |collection )?collect(?:or|ion)'?s? )?(?:call|visit|text|message|contact)(?: from (?:a|the) collectors?)?[.]?$|^(?:my )?(?:contact|call|collection) log[.]?$/i;

const timelineChinese =
  /^(?:(?:我的?)?(?:信用卡|网贷|房贷|银行贷款|小贷|消费贷|贷款)?(?:欠款)?逾期(?:了)?.{1,8}(?:天|个月|月|年|周)(?:了|后|以后|之后)?[,，]?(?:接下来|下一步|后面|之后)?(?:通常)?(?:会)?(?:处在|到了?|处于|是|走到)?(?:哪个|哪一|什么)(?:阶段|步)(?:了)?|(?:催收|逾期)(?:的)?(?:时间线|时间轴|阶段表))[?？。]?$/;
const timelineEnglish =
  /^(?:what|and what) (?:happens|usually happens|will happen|comes|is next|happens next) (?:after|at|on|from) (?:day )?\d{1,4}(?: days?)?(?: (?:overdue|late|past due))?\??$|^(?:show me )?(?:the |a )?(?:collection |overdue )?timeline(?: please)?[.]?$/i;

export type SpokenTool =
  | { readonly tool: 'check' /** The message itself, when it came along. */; readonly message?: string }
  | { readonly tool: 'log' }
  | { readonly tool: 'timeline' }
  | { readonly tool: 'deadline'; readonly said: Required<SaidDeadline> };

/** The tool that a message asks for; undefined for every other message. `words` are Simplified Chinese or English. */
export function spokenTool(words: string, knowledge: Knowledge, today: Temporal.PlainDate): SpokenTool | undefined {
  const plain = words.trim().replace(/[‘’]/g, "'");
  const asked = checkChinese.exec(plain) ?? checkEnglish.exec(plain);
  if (asked) {
    const message = plain.slice(asked[0].length).trim();
    return letters(message) >= shortestMessage ? { tool: 'check', message } : { tool: 'check' };
  }
  if (signature.test(plain) && letters(plain) >= shortestMessage) return { tool: 'check', message: plain };
  if (logChinese.test(plain) || logEnglish.test(plain)) return { tool: 'log' };
  if (timelineChinese.test(plain) || timelineEnglish.test(plain)) return { tool: 'timeline' };
  const said = readSpokenDeadline(plain, knowledge, today);
  return said && { tool: 'deadline', said };
}

/** The answer to words that ask for a tool, or that are what a tool asked for. */
export async function answerTool(context: Context, text: string): Promise<Reply | undefined> {
  const { services, conversation } = context;
  if (conversation.form === checkForm) return checkMessage(context, text);
  if (isDeadlineForm(conversation.form)) {
    const typed = await typedOpened(context, text);
    if (typed) return typed;
  }
  const words = services.script.simplified(text);
  const spoken = spokenTool(words, services.knowledge(), todayOf(context));
  switch (spoken?.tool) {
    case undefined:
      return undefined;
    case 'check':
      return spoken.message === undefined ? askForMessage(context) : checkMessage(context, spoken.message);
    case 'log':
      return startLog(context);
    case 'timeline':
      return commands.timeline.run(context, words);
    case 'deadline':
      return answerDeadline(context, spoken.said.deadline, spoken.said.opened);
    default:
      return spoken satisfies never;
  }
}

/** Forms whose next text belongs to a tool; whoever goes elsewhere leaves them. */
export function isToolForm(form: string | undefined): boolean {
  return form === checkForm || isDeadlineForm(form);
}

/** What was typed into the window of a tool. */
export async function submittedToTool(
  context: Context,
  form: string,
  answers: Readonly<Record<string, string>>,
): Promise<Reply | undefined> {
  return form === checkForm ? checkMessage(context, answers.message ?? '') : undefined;
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
