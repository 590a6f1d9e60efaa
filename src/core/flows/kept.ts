import { type Context, conversationKey, orElse, personKey } from '../context.ts';
import { flowCalled } from './index.ts';

/** One line for each thing that a person said to keep, and one for answers that are under way. */
export async function keptLines({ services, origin, ...rest }: Context): Promise<readonly string[]> {
  const context = { services, origin, ...rest };
  const [kept, progress] = await Promise.all([
    orElse(services, () => services.kept.get(personKey(origin)), {}),
    orElse(services, () => services.progress.get(conversationKey(origin)), {}),
  ]);
  const lines = Object.entries(kept).flatMap(([id, answers]) => flowCalled(id)?.summary(context, answers) ?? []);
  return Object.keys(progress).length === 0 ? lines : [...lines, context.say('kept-progress')];
}
