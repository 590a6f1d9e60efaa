// The whole bot as one function: what came in, to what goes out.
import { answerFacts, answerPart, answerTopic } from './answer.ts';
import { answerQuestion } from './ask.ts';
import { commands } from './commands/index.ts';
import { isCommand } from './commands/names.ts';
import { forget } from './commands/privacy.ts';
import { decideSharing } from './commands/share.ts';
import { spokenCommand } from './commands/spoken.ts';
import { groupReply } from './commands/topics.ts';
import { takeWrong, wrongForm } from './commands/wrong.ts';
import { pressLog } from './contact-log/log.ts';
import { type Context, openContext, paragraph, remember, reply } from './context.ts';
import { pressDeadline } from './deadline/answer.ts';
import { dueReplies, missedWhileAway } from './due.ts';
import { isNameForm } from './flows/edit-reminder.ts';
import { newDate, newName, pressReminder } from './flows/manage-reminders.ts';
import { isFlowForm, pressFlow, submittedInFlow, typedInFlow } from './flows/run.ts';
import { dateForm, missingDate, pressDraft, signUp } from './flows/sign-up.ts';
import { guard, withNotice } from './guard.ts';
import type { Incoming } from './incoming.ts';
import { answerMoney } from './money/answer.ts';
import { button, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import { answerTool, isToolForm, submittedToTool } from './spoken-tools.ts';

/** Decides what to say. Throws only for bugs: whoever calls shows a reference and goes on. */
export async function respond(incoming: Incoming, services: Services): Promise<readonly Reply[]> {
  const context = await openContext(incoming, services);
  const guarded = guard(context, incoming);
  if (guarded.kind === 'answered') return [guarded.reply];
  const replies = withNotice(context, await decide(context, guarded.incoming), guarded.notice);
  // A form takes the place of words; what was missed is told with the next answer.
  if (incoming.kind === 'due' || replies.some(({ form }) => form)) return replies;
  return [...replies, ...(await missedWhileAway(context))];
}

async function decide(context: Context, incoming: Incoming): Promise<readonly Reply[]> {
  switch (incoming.kind) {
    case 'command':
      return [await runCommand(await leaveForm(context), incoming.name, incoming.argument)];
    case 'text':
      return [await answerText(context, incoming.text)];
    case 'press':
      return [await answerPress(await leaveForm(context), incoming.action)];
    case 'form':
      return [await answerForm(context, incoming.form, incoming.answers)];
    case 'due':
      return dueReplies(context, incoming);
    default:
      return incoming satisfies never;
  }
}

/** Whoever goes elsewhere no longer answers what was asked. */
async function leaveForm(context: Context): Promise<Context> {
  const { form, ...conversation } = context.conversation;
  if (form !== wrongForm && !isToolForm(form) && !isNameForm(form)) return context;
  await remember(context, conversation);
  return { ...context, conversation };
}

async function runCommand(context: Context, name: string, argument: string): Promise<Reply> {
  if (isCommand(name)) return commands[name].run(context, argument);
  return reply(context, {
    blocks: [paragraph(context.say('unknown-command', { name: name.slice(0, 32) }))],
    buttons: [
      button('command', 'help', context.say('button-help')),
      button('command', 'topics', context.say('button-topics')),
    ],
  });
}

async function answerText(context: Context, text: string): Promise<Reply> {
  const words = text.trim();
  // People type commands on platforms that have no menu, and with a full-width slash.
  const typed = words.match(/^[/／]([a-z0-9_]{1,32})(?:\s+([\s\S]*))?$/i);
  if (typed?.[1]) return runCommand(context, typed[1].toLowerCase(), typed[2] ?? '');
  if (words === '') return commands.start.run(context, '');
  if (context.conversation.form === wrongForm) return takeWrong(context, words);
  const named = await newName(context, context.conversation.form, words);
  if (named) return named;
  const inFlow = await typedInFlow(context, words);
  if (inFlow) return inFlow;
  const tool = await answerTool(context, words);
  if (tool) return tool;
  const spoken = spokenCommand(context.services.script.simplified(words));
  if (spoken && context.conversation.topic !== undefined) return commands[spoken].run(context, '');
  return (
    (await answerReminder(context, words)) ?? (await answerMoney(context, words)) ?? answerQuestion(context, words)
  );
}

/** A sign-up, or the date that one still lacks. */
async function answerReminder(context: Context, words: string): Promise<Reply | undefined> {
  if (context.conversation.form === dateForm) {
    const dated = await missingDate(context, words);
    if (dated) return dated;
  }
  return (await newDate(context, words)) ?? signUp(context, words);
}

async function answerPress(context: Context, action: string): Promise<Reply> {
  const [verb = '', value = ''] = splitOnce(action);
  return (await pressed(context, verb, value)) ?? oldButton(context);
}

async function pressed(context: Context, verb: string, value: string): Promise<Reply | undefined> {
  switch (verb) {
    case 'topic':
      return answerTopic(context, value);
    case 'facts':
      return answerFacts(context, value);
    case 'part':
      return answerPart(context, value);
    case 'group':
      return groupReply(context, value);
    case 'language':
    case 'place':
      return commands[verb].run(context, value);
    case 'forget':
      return forget(context, value);
    case 'share':
      return decideSharing(context, value);
    case 'draft':
      return pressDraft(context, value);
    case 'reminder':
      return pressReminder(context, value);
    case 'deadline':
      return pressDeadline(context, value);
    case 'log':
      return pressLog(context, value);
    case 'flow':
      return pressFlow(context, value);
    case 'command':
      return isCommand(value) ? commands[value].run(context, '') : undefined;
    default:
      return undefined;
  }
}

/** Buttons outlive deployments: one that is no longer known gets a kind sentence and a way on. */
function oldButton(context: Context): Reply {
  return reply(context, {
    blocks: [paragraph(context.say('old-button'))],
    buttons: [
      button('command', 'start', context.say('button-start')),
      button('command', 'topics', context.say('button-topics')),
    ],
  });
}

async function answerForm(context: Context, form: string, answers: Readonly<Record<string, string>>): Promise<Reply> {
  if (form === wrongForm) return takeWrong(context, answers.sentence ?? '');
  if (isFlowForm(form)) return (await submittedInFlow(context, form, answers.words ?? '')) ?? oldButton(context);
  if (isToolForm(form)) return (await submittedToTool(context, form, answers)) ?? oldButton(context);
  if (isNameForm(form)) return (await newName(context, form, answers.name ?? '')) ?? oldButton(context);
  if (form !== 'ask') return oldButton(context);
  await remember(context, {});
  return answerText(context, answers.question ?? '');
}

function splitOnce(action: string): readonly string[] {
  const at = action.indexOf(':');
  return at < 0 ? [action] : [action.slice(0, at), action.slice(at + 1)];
}
