// What the Discord of the tests knows: people, channels, messages, interactions, and how it is told to misbehave.

export type Room = 'direct' | 'guild' | 'group';

export type Channel = { readonly id: string; readonly room: Room; readonly recipient: string | undefined };

export type FileIn = { readonly name: string; readonly bytes: Uint8Array; readonly description: string };

export type ButtonIn = { readonly label: string; readonly customId: string };

export type Message = {
  readonly id: string;
  readonly channel: string;
  content: string;
  buttons: readonly ButtonIn[];
  files: readonly FileIn[];
  flags: number;
  /** "Thinking": acknowledged, without words yet. */
  loading: boolean;
  deleted: boolean;
  /** Only this person sees it. */
  readonly only: string | undefined;
  /** When it was last shown or changed, in acts of the world. */
  at: number;
  readonly repliesTo: string | undefined;
};

export type Modal = {
  readonly customId: string;
  readonly title: string;
  readonly inputs: readonly { readonly customId: string; readonly label: string; readonly long: boolean }[];
};

export type Choice = { readonly name: string; readonly value: string };

export type Interaction = {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly person: string;
  readonly channel: string;
  readonly born: number;
  acknowledged: number | undefined;
  original: Message | undefined;
  modal: Modal | undefined;
  choices: readonly Choice[] | undefined;
};

/** How one request goes wrong. `cut-after`: it is taken, and the connection ends without an answer. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'refuse'; readonly status: number; readonly code: number }
  | { readonly kind: 'limit'; readonly seconds: number; readonly global?: boolean }
  | { readonly kind: 'cut-before' }
  | { readonly kind: 'cut-after' };

export type PlannedFault = { readonly route: RegExp; readonly fault: Fault; left: number };

export type Seen = {
  /** "POST /channels/1/messages", without the version. */
  readonly route: string;
  readonly body: unknown;
  readonly authorized: boolean;
};

export type World = {
  readonly token: string;
  readonly applicationId: string;
  readonly guild: string;
  /** Milliseconds. */
  readonly acknowledgeWithin: number;
  readonly channels: Map<string, Channel>;
  readonly messages: Message[];
  readonly interactions: Map<string, Interaction>;
  readonly blocked: Set<string>;
  readonly nonces: Map<string, Message>;
  readonly faults: PlannedFault[];
  readonly requests: Seen[];
  commands: readonly Readonly<Record<string, unknown>>[];
  commandWrites: number;
  acts: number;
};

/** A refusal as Discord words it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const flag = { suppressEmbeds: 4, ephemeral: 64 };

let lastId = 1_300_000_000_000_000_000n;

/** Nineteen digits, as discord.js expects them in its routes. */
export function newId(): string {
  lastId += 4_194_304n;
  return String(lastId);
}

export function directChannel(world: World, person: string): Channel {
  const found = [...world.channels.values()].find(({ room, recipient }) => room === 'direct' && recipient === person);
  return found ?? addChannel(world, 'direct', person);
}

export function addChannel(world: World, room: Room, recipient?: string): Channel {
  const channel: Channel = { id: newId(), room, recipient };
  world.channels.set(channel.id, channel);
  return channel;
}

export function visibleTo(world: World, person: string, channel: string): readonly Message[] {
  return world.messages.filter(
    (message) =>
      message.channel === channel && !message.deleted && (message.only === undefined || message.only === person),
  );
}
