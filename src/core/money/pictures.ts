import type { Charts } from '../charts.ts';
import { type Context, orElse } from '../context.ts';
import type { Block } from '../reply.ts';

type Drawn = Extract<Block, { kind: 'picture' }>;

/**
 * A picture, when there is somebody to draw it; a picture that fails costs the picture, never the answer.
 * @param draw is given the words of the bot in the reader's script: what is drawn is not converted afterwards
 */
export async function picture(
  context: Context,
  name: string,
  draw: (charts: Charts, words: Context['say']) => Promise<Uint8Array>,
): Promise<Drawn | undefined> {
  const { services, say, language, place } = context;
  const { charts } = services;
  if (!charts) return undefined;
  const words: Context['say'] = (key, values) => {
    const text = say(key, values);
    return language === 'zh-Hant' ? services.script.traditional(text, place) : text;
  };
  const bytes = await orElse<Uint8Array | undefined>(services, () => draw(charts, words), undefined);
  return bytes && { kind: 'picture', name, bytes, description: name };
}
