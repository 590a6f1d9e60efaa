// Discord's REST API, version 10, as far as the bot uses it.
import {
  checkChoices,
  checkCommands,
  checkMessage,
  checkModal,
  checkNonce,
  type Fields,
  fieldsOf,
  invalid,
} from './checks.ts';
import {
  directChannel,
  type FileIn,
  flag,
  type Interaction,
  type Message,
  newId,
  Refusal,
  type World,
} from './world.ts';

export type Call = {
  readonly method: string;
  /** Without "/api/v10". */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly FileIn[];
  readonly authorization: string | undefined;
};

export type Result = { readonly status: number; readonly body?: unknown };

type Handler = (world: World, call: Call, parts: readonly string[]) => Result;

/** `open`: authorized by the token in the address. */
type Route = { readonly method: string; readonly path: RegExp; readonly open?: true; readonly handle: Handler };

const acknowledgement = { message: 4, deferredMessage: 5, deferredPress: 6, update: 7, choices: 8, modal: 9 };

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/users\/@me$/, handle: (world) => ok({ id: world.applicationId, username: 'guide' }) },
  { method: 'POST', path: /^\/users\/@me\/channels$/, handle: openDirect },
  { method: 'GET', path: /^\/applications\/(\d+)\/commands$/, handle: readCommands },
  { method: 'PUT', path: /^\/applications\/(\d+)\/commands$/, handle: writeCommands },
  { method: 'POST', path: /^\/channels\/(\d+)\/messages$/, handle: createMessage },
  { method: 'POST', path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/, open: true, handle: acknowledge },
  { method: 'POST', path: /^\/webhooks\/(\d+)\/([^/]+)$/, open: true, handle: followUp },
  { method: 'GET', path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, open: true, handle: readOriginal },
  { method: 'PATCH', path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, open: true, handle: editOriginal },
  { method: 'DELETE', path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, open: true, handle: deleteOriginal },
];

export function answerCall(world: World, call: Call): Result {
  try {
    for (const route of routes) {
      const match = route.method === call.method ? route.path.exec(call.path) : null;
      if (!match) continue;
      if (!route.open && call.authorization !== `Bot ${world.token}`) throw new Refusal(401, 0, '401: Unauthorized');
      return route.handle(world, call, match.slice(1));
    }
    throw new Refusal(404, 0, '404: Not Found');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, body: { message: error.message, code: error.code } };
  }
}

function ok(body: unknown): Result {
  return { status: 200, body };
}

function openDirect(world: World, { body }: Call): Result {
  const person = fieldsOf(body, 'body').recipient_id;
  if (typeof person !== 'string') throw invalid('recipient_id');
  if (world.blocked.has(person)) throw new Refusal(403, 50278, 'Cannot send messages to this user');
  return ok({ id: directChannel(world, person).id, type: 1 });
}

function readCommands(world: World, { query }: Call, [application]: readonly string[]): Result {
  ownApplication(world, application);
  if (query.get('with_localizations') === 'true') return ok(world.commands);
  return ok(world.commands.map(({ name_localizations: _, description_localizations: __, ...command }) => command));
}

function writeCommands(world: World, { body }: Call, [application]: readonly string[]): Result {
  ownApplication(world, application);
  world.commandWrites += 1;
  world.commands = checkCommands(body).map((command) => stored(world, command));
  return ok(world.commands);
}

/** Discord adds what it knows and drops what is the default. */
function stored(world: World, { options, ...command }: Fields): Fields {
  const kept = Array.isArray(options) ? options.map((option) => withoutDefaults(fieldsOf(option, 'option'))) : [];
  return {
    id: newId(),
    application_id: world.applicationId,
    version: newId(),
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    ...command,
    ...(kept.length > 0 ? { options: kept } : {}),
  };
}

function withoutDefaults(option: Fields): Fields {
  return Object.fromEntries(
    Object.entries({ name_localizations: null, ...option }).filter(([, value]) => value !== false),
  );
}

function ownApplication(world: World, application: string | undefined): void {
  if (application !== world.applicationId) throw new Refusal(403, 20012, 'You are not authorized for this application');
}

function createMessage(world: World, { body, files }: Call, [id = '']: readonly string[]): Result {
  const channel = world.channels.get(id);
  if (!channel) throw new Refusal(404, 10003, 'Unknown Channel');
  if (channel.room === 'group') throw new Refusal(403, 50001, 'Missing Access');
  const fields = fieldsOf(body, 'body');
  const nonce = checkNonce(fields);
  const checked = checkMessage(fields, files, false);
  if (channel.recipient && world.blocked.has(channel.recipient)) {
    throw new Refusal(403, 50007, 'Cannot send messages to this user');
  }
  const known = nonce === undefined ? undefined : world.nonces.get(`${id}:${nonce}`);
  if (known) return ok(published(known));
  const reference = fields.message_reference === undefined ? {} : fieldsOf(fields.message_reference, 'reference');
  const repliesTo = typeof reference.message_id === 'string' ? reference.message_id : undefined;
  const message = show(world, { channel: id, only: undefined, loading: false, repliesTo, ...checked });
  if (nonce !== undefined) world.nonces.set(`${id}:${nonce}`, message);
  return ok(published(message));
}

function acknowledge(world: World, { body, files }: Call, [id = '', token = '']: readonly string[]): Result {
  const interaction = world.interactions.get(token);
  if (!interaction || interaction.id !== id) throw new Refusal(404, 10062, 'Unknown interaction');
  if (interaction.acknowledged !== undefined) {
    throw new Refusal(400, 40060, 'Interaction has already been acknowledged.');
  }
  if (performance.now() - interaction.born > world.acknowledgeWithin) {
    throw new Refusal(404, 10062, 'Unknown interaction');
  }
  const { type, data } = fieldsOf(body, 'body');
  if (typeof type !== 'number') throw invalid('type');
  react(world, interaction, type, data, files);
  interaction.acknowledged = type;
  return { status: 204 };
}

function react(world: World, interaction: Interaction, type: number, data: unknown, files: readonly FileIn[]): void {
  const isTyping = interaction.type === 4;
  if (isTyping !== (type === acknowledgement.choices)) throw invalid('type does not fit the interaction');
  switch (type) {
    case acknowledgement.message:
      interaction.original = showAnswer(world, interaction, fieldsOf(data, 'data'), files);
      return;
    case acknowledgement.deferredMessage:
      interaction.original = think(world, interaction, fieldsOf(data ?? {}, 'data'));
      return;
    case acknowledgement.deferredPress:
      if (interaction.type !== 3) throw invalid('type');
      return;
    case acknowledgement.update:
      throw invalid('this server has no updates of pressed messages');
    case acknowledgement.choices:
      interaction.choices = checkChoices(data);
      return;
    case acknowledgement.modal:
      if (interaction.type === 5) throw invalid('a modal is no answer to a modal');
      interaction.modal = checkModal(data);
      return;
    default:
      throw invalid('type');
  }
}

function showAnswer(world: World, interaction: Interaction, fields: Fields, files: readonly FileIn[]): Message {
  const checked = checkMessage(fields, files, true);
  const only = checked.flags & flag.ephemeral ? interaction.person : undefined;
  return show(world, { channel: interaction.channel, only, loading: false, repliesTo: undefined, ...checked });
}

function think(world: World, interaction: Interaction, { flags = 0 }: Fields): Message {
  const only = Number(flags) & flag.ephemeral ? interaction.person : undefined;
  const empty = { content: '', buttons: [], files: [], flags: Number(flags) };
  return show(world, { channel: interaction.channel, only, loading: true, repliesTo: undefined, ...empty });
}

function followUp(world: World, { body, files }: Call, parts: readonly string[]): Result {
  const interaction = answered(world, parts);
  // Discord completes a pending "thinking" with the first follow-up, in the visibility of the former.
  if (interaction.original?.loading) return complete(world, interaction.original, fieldsOf(body, 'body'), files);
  return ok(published(showAnswer(world, interaction, fieldsOf(body, 'body'), files)));
}

function readOriginal(world: World, _call: Call, parts: readonly string[]): Result {
  return ok(published(originalOf(world, parts)));
}

function editOriginal(world: World, { body, files }: Call, parts: readonly string[]): Result {
  return complete(world, originalOf(world, parts), fieldsOf(body, 'body'), files);
}

function deleteOriginal(world: World, _call: Call, parts: readonly string[]): Result {
  originalOf(world, parts).deleted = true;
  return { status: 204 };
}

function complete(world: World, message: Message, fields: Fields, files: readonly FileIn[]): Result {
  const { content, buttons, files: kept } = checkMessage(fields, files, true);
  world.acts += 1;
  Object.assign(message, { content, buttons, files: kept, loading: false, at: world.acts });
  return ok(published(message));
}

function answered(world: World, [application, token = '']: readonly string[]): Interaction {
  const interaction = world.interactions.get(token);
  if (!interaction) throw new Refusal(401, 50027, 'Invalid Webhook Token');
  if (application !== world.applicationId || interaction.acknowledged === undefined) {
    throw new Refusal(404, 10015, 'Unknown Webhook');
  }
  return interaction;
}

function originalOf(world: World, parts: readonly string[]): Message {
  const { original } = answered(world, parts);
  if (!original || original.deleted) throw new Refusal(404, 10008, 'Unknown Message');
  return original;
}

function show(world: World, message: Omit<Message, 'id' | 'at' | 'deleted'>): Message {
  world.acts += 1;
  const shown: Message = { ...message, id: newId(), at: world.acts, deleted: false };
  world.messages.push(shown);
  return shown;
}

function published(message: Message) {
  return { id: message.id, channel_id: message.channel, content: message.content, flags: message.flags };
}
