// The tools reached by plain words: "can you check this message", 「记一笔催收电话」. Anything that may be a question is not.
import { askForMessage, checkForm, checkMessage } from './check/answer.ts';
import type { Context } from './context.ts';
import type { Reply } from './reply.ts';

/** Letters from which what follows "check this message" is the message. */
const shortestMessage = 14;

const checkChinese =
  /^(?:请|麻烦|你好[,，]?)?(?:你|你能|能不能|能|可以|可不可以)?(?:帮(?:我|忙)?|给我|替我)?(?:看看|看一下|看下|检查一下|检查|查查|分析一下|分析|辨别一下|辨别|鉴别一下|鉴别|核对)(?:这|下面这?|以下|我(?:刚)?收到的)?(?:一)?(?:条|个|段|封|则)?(?:催收)?(?:短信|信息|消息|微信|邮件|话)(?:有没有问题|合不合法|是真是假|真假|是不是骗子|违不违规|违规吗|合法吗)?(?:[:：,，。.!！?？\n]|$)/;
const checkEnglish =
  /^(?:please |hi,? |hello,? )?(?:can you |could you |would you |will you )?(?:please )?(?:check|look at|have a look at|analy[sz]e|examine)(?: out)? (?:this|the|my|a|following|this following|the following) (?:collection |collector'?s? |debt )?(?:message|text|sms|email|letter|msg)(?: for me| please| i (?:got|received|have))*(?:[:.,?!\n]|$)/i;
/** How texts of firms and offices begin: 【招商银行】. */
const signature = /^【[^】\n]{2,24}】/;

/** The answer to words that ask for a tool, or that are the message which was asked for. */
export async function answerTool(context: Context, text: string): Promise<Reply | undefined> {
  if (context.conversation.form === checkForm) return checkMessage(context, text);
  const words = context.services.script.simplified(text.trim());
  const asked = checkChinese.exec(words) ?? checkEnglish.exec(words);
  if (asked) {
    const rest = words.slice(asked[0].length).trim();
    return letters(rest) >= shortestMessage ? checkMessage(context, rest) : askForMessage(context);
  }
  if (signature.test(words) && letters(words) >= shortestMessage) return checkMessage(context, text);
  return undefined;
}

/** Forms whose next text belongs to a tool; whoever goes elsewhere leaves them. */
export function isToolForm(form: string | undefined): boolean {
  return form === checkForm;
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
