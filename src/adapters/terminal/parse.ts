import type { Incoming } from '../../core/incoming.ts';
import type { Button } from '../../core/reply.ts';

/** A typed line: a number presses a button of the last reply, a slash starts a command, the rest is text. */
export function parseLine(line: string, buttons: readonly Button[], update: string): Incoming | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  const origin = { platform: 'terminal', person: 'terminal', chat: 'terminal', audience: 'private', update } as const;
  const pressed = /^\d{1,2}$/.test(text) ? buttons[Number(text) - 1] : undefined;
  if (pressed) return { kind: 'press', origin, action: pressed.action };
  const command = text.match(/^[/／]([a-z0-9_]{1,32})(?:\s+([\s\S]*))?$/i);
  if (command?.[1]) return { kind: 'command', origin, name: command[1].toLowerCase(), argument: command[2] ?? '' };
  return { kind: 'text', origin, text };
}
