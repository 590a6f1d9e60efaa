import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Block, Button, Reply } from '../../core/reply.ts';
import type { Translate } from '../../core/translator.ts';
import type { Adapter, Delivery, Receive } from '../adapter.ts';
import { parseLine } from './parse.ts';
import { renderReply } from './render.ts';

type Settings = {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  readonly translate: Translate;
  /** Called when the input ends. */
  readonly onEnd: () => void;
};

/** A chat in the terminal: each line is answered in turn; a pipe is answered line by line and then ends. */
export function createTerminalAdapter({ input, output, translate, onEnd }: Settings): Adapter {
  const lines = createInterface({ input, terminal: false });
  const run = randomUUID();
  let buttons: readonly Button[] = [];
  let folder: string | undefined;
  let stopped = false;

  const prompt = () => {
    if (input.isTTY) output.write('\n> ');
  };
  const show = async (replies: readonly Reply[]): Promise<Delivery> => {
    for (const reply of replies) {
      output.write(`${renderReply(reply, translate)}\n`);
      for (const block of reply.blocks) saveFile(block);
      buttons = reply.buttons;
    }
    return { kind: 'delivered' };
  };
  const saveFile = (block: Block) => {
    if (block.kind !== 'picture' && block.kind !== 'file') return;
    folder ??= mkdtempSync(join(tmpdir(), 'debt-guidance-'));
    const path = join(folder, basename(block.name));
    writeFileSync(path, block.bytes, { mode: 0o600 });
    output.write(`→ ${path}\n`);
  };
  const read = async (receive: Receive) => {
    let count = 0;
    for await (const line of lines) {
      if (stopped) return;
      count += 1;
      const incoming = parseLine(line, buttons, `${run}:${count}`);
      if (!incoming) continue;
      if (!input.isTTY) output.write(`> ${line}\n`);
      await receive(incoming, show).catch(() => undefined);
      output.write('\n');
      prompt();
    }
    if (!stopped) onEnd();
  };

  return {
    name: 'terminal',
    async start(receive) {
      const origin = { platform: 'terminal', person: 'terminal', chat: 'terminal', audience: 'private' } as const;
      if (input.isTTY)
        await receive(
          { kind: 'command', origin: { ...origin, update: `${run}:0` }, name: 'start', argument: '' },
          show,
        );
      prompt();
      void read(receive);
    },
    deliver: (_to, replies) => show(replies),
    async stop() {
      stopped = true;
      lines.close();
    },
  };
}
