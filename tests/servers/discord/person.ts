// Somebody who uses Discord in a test: does things, and sees what the bot shows.
import type { Fields } from './checks.ts';
import { readMarkdown } from './markdown.ts';
import {
  type Choice,
  flag,
  type Interaction,
  type Message,
  type Modal,
  newId,
  type Room,
  visibleTo,
  type World,
} from './world.ts';

/** One message of the bot as this person sees it. */
export type ShownMessage = {
  /** Without markup; descriptions of pictures are read out. */
  readonly text: string;
  /** As the bot sent it. */
  readonly content: string;
  /** Labels. */
  readonly buttons: readonly string[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Only this person sees it. */
  readonly ephemeral: boolean;
  /** "Thinking", without words yet. */
  readonly loading: boolean;
  readonly channel: string;
};

export type Person = {
  readonly id: string;
  /** Id of the channel that this person is in. */
  readonly channel: string;
  /** The same person somewhere else. */
  in(room: Room): Person;
  /** A command in the menu of somebody's message. */
  onMessage(name: string, content: string): void;
  /** Uses a command; what is true or false is a boolean option. */
  slash(name: string, options?: Readonly<Record<string, string | boolean>>): void;
  /** Presses the newest button with this label. */
  press(label: string): void;
  /** Types into the option of a command; resolves to what is suggested. */
  autocomplete(command: string, option: string, typed: string): Promise<readonly Choice[]>;
  /** Waits until a modal is open. */
  modal(): Promise<Modal>;
  /** Fills the open modal by label or id and sends it. */
  submitModal(answers: Readonly<Record<string, string>>): Promise<void>;
  /** Writes to the bot privately, wherever this person is. */
  dm(text: string): void;
  /** Writes into the channel. */
  say(text: string): void;
  /** Writes into the channel and mentions the bot. */
  mention(text: string): void;
  /** Everything of the bot that this person sees in this channel, oldest first. */
  messages(): readonly ShownMessage[];
  /** Waits until the bot has shown so many messages since this person last did something. */
  shown(count?: number): Promise<readonly ShownMessage[]>;
};

export type Surroundings = {
  readonly world: World;
  readonly dispatch: (type: string, data: Fields) => void;
  /** The channel of a person in a room. */
  readonly place: (person: string, room: Room) => string;
};

export function makePerson(around: Surroundings, id: string, room: Room, locale: string): Person {
  const { world, dispatch } = around;
  const channel = around.place(id, room);
  const user = { id, username: `person-${id}`, discriminator: '0', avatar: null };
  let since = 0;
  const visible = () => visibleTo(world, id, channel);

  function interact(type: number, data: Fields, more: Fields = {}): Interaction {
    since = world.acts;
    const interaction = newInteraction(world, { type, person: id, channel });
    dispatch('INTERACTION_CREATE', {
      id: interaction.id,
      application_id: world.applicationId,
      type,
      token: interaction.token,
      version: 1,
      locale,
      channel_id: channel,
      channel: { id: channel, type: room === 'guild' ? 0 : 1 },
      context: { guild: 0, direct: 1, group: 2 }[room],
      authorizing_integration_owners: room === 'guild' ? { 0: world.guild } : { 1: id },
      entitlements: [],
      ...(room === 'guild' ? { guild_id: world.guild, guild_locale: 'en-US', member: member(user) } : { user }),
      ...more,
      data,
    });
    return interaction;
  }

  function write(text: string, where: string, mentions: readonly Fields[], guild: string | undefined): void {
    since = world.acts;
    // Without a privileged intent, words come only with a mention or in private.
    const content = guild === undefined || mentions.length > 0 ? text : '';
    const place = guild === undefined ? {} : { guild_id: guild, member: { roles: [], joined_at: null } };
    dispatch('MESSAGE_CREATE', { ...plainMessage(where, user), content, mentions, ...place });
  }

  const guildHere = room === 'guild' ? world.guild : undefined;
  return {
    id,
    channel,
    in: (other) => makePerson(around, id, other, locale),
    slash(name, options = {}) {
      const given = Object.entries(options).map(([option, value]) => ({
        name: option,
        type: typeof value === 'boolean' ? 5 : 3,
        value,
      }));
      interact(2, { id: newId(), name, type: 1, ...(given.length > 0 ? { options: given } : {}) });
    },
    onMessage(name, content) {
      const id = newId();
      const message = { ...plainMessage(channel, { id: newId(), username: 'somebody' }), id, content };
      interact(2, { id: newId(), name, type: 3, target_id: id, resolved: { messages: { [id]: message } } });
    },
    press(label) {
      const found = visible()
        .toReversed()
        .flatMap((message) => message.buttons.map((button) => ({ button, message })));
      const pressed = found.find(({ button }) => button.label === label);
      if (!pressed)
        throw new Error(`There is no button "${label}"; there are: ${found.map((one) => one.button.label)}`);
      const message = { ...plainMessage(channel, { id: world.applicationId, bot: true }), id: pressed.message.id };
      interact(3, { component_type: 2, custom_id: pressed.button.customId }, { message });
    },
    async autocomplete(command, option, typed) {
      const options = [{ name: option, type: 3, value: typed, focused: true }];
      const interaction = interact(4, { id: newId(), name: command, type: 1, options });
      return eventually('suggestions', () => interaction.choices);
    },
    modal: () => eventually('a modal', () => openModal(world, id, channel)?.modal),
    async submitModal(answers) {
      const modal = await eventually('a modal', () => openModal(world, id, channel)?.modal);
      const components = modal.inputs.map(({ customId, label }, index) => {
        const value = answers[customId] ?? answers[label] ?? '';
        return { type: 18, id: index * 2 + 1, component: { type: 4, id: index * 2 + 2, custom_id: customId, value } };
      });
      interact(5, { custom_id: modal.customId, components });
    },
    dm: (text) => write(text, around.place(id, 'direct'), [], undefined),
    say: (text) => write(text, channel, [], guildHere),
    mention: (text) =>
      write(`<@${world.applicationId}> ${text}`, channel, [{ id: world.applicationId, username: 'guide' }], guildHere),
    messages: () => visible().map(shownMessage),
    async shown(count = 1) {
      const fresh = () => visible().filter((message) => message.at > since && !message.loading);
      const messages = await eventually(`${count} messages`, () => (fresh().length >= count ? fresh() : undefined));
      return messages.map(shownMessage);
    },
  };
}

/** Waits for something, looking every 5 ms; fails after five seconds. */
export async function eventually<Found>(what: string, look: () => Found | undefined): Promise<Found> {
  const end = performance.now() + 5000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Discord never got ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function newInteraction(world: World, about: { type: number; person: string; channel: string }): Interaction {
  const interaction: Interaction = {
    id: newId(),
    token: `secret-interaction-${newId()}`,
    ...about,
    born: performance.now(),
    acknowledged: undefined,
    original: undefined,
    modal: undefined,
    choices: undefined,
  };
  world.interactions.set(interaction.token, interaction);
  return interaction;
}

function openModal(world: World, person: string, channel: string): Interaction | undefined {
  const own = [...world.interactions.values()].filter((one) => one.person === person && one.channel === channel);
  return own.findLast((one) => one.modal !== undefined);
}

function shownMessage(message: Message): ShownMessage {
  const descriptions = message.files.map((file) => file.description).filter((description) => description !== '');
  return {
    text: [readMarkdown(message.content).text, ...descriptions].join('\n'),
    content: message.content,
    buttons: message.buttons.map((button) => button.label),
    files: message.files.map(({ name, bytes }) => ({ name, bytes })),
    ephemeral: message.only !== undefined && (message.flags & flag.ephemeral) !== 0,
    loading: message.loading,
    channel: message.channel,
  };
}

function plainMessage(channel: string, author: Fields): Fields {
  return {
    id: newId(),
    type: 0,
    channel_id: channel,
    author,
    content: '',
    timestamp: '2026-07-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
  };
}

function member(user: Fields): Fields {
  return {
    user,
    roles: [],
    joined_at: '2026-01-01T00:00:00+00:00',
    permissions: '0',
    deaf: false,
    mute: false,
    flags: 0,
  };
}
