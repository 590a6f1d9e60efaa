// Commands for the operator: ask, register, doctor, knowledge, inbox. The same services, without a chat.
import { runAsk } from './cli/ask.ts';
import { runDoctor } from './cli/doctor.ts';
import { runInbox } from './cli/inbox.ts';
import { runKnowledge } from './cli/knowledge.ts';
import { runRegister } from './cli/register.ts';

const commands: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  ask: runAsk,
  register: runRegister,
  doctor: runDoctor,
  knowledge: runKnowledge,
  inbox: runInbox,
};

const [name = '', ...words] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Usage: npm run ask|register|doctor|knowledge|inbox. There is no command "${name}".`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command(words);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
