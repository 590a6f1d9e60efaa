// What Discord checks before it takes something. Throws its refusal.
import { type ButtonIn, type FileIn, flag, type Modal, Refusal } from './world.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown, what: string): Fields {
  if (!isFields(value)) throw invalid(`${what} is not an object`);
  return value;
}

export function invalid(message: string): Refusal {
  return new Refusal(400, 50035, `Invalid Form Body: ${message}`);
}

function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(`${what} is not a list`);
  return value;
}

function text(value: unknown, what: string, minimum: number, maximum: number): string {
  if (typeof value !== 'string') throw invalid(`${what} is not a text`);
  const length = [...value].length;
  if (length < minimum || length > maximum) throw invalid(`${what} has ${length} characters`);
  return value;
}

export type CheckedMessage = {
  readonly content: string;
  readonly buttons: readonly ButtonIn[];
  readonly files: readonly FileIn[];
  readonly flags: number;
};

export function checkMessage(body: Fields, files: readonly FileIn[], mayHide: boolean): CheckedMessage {
  const content = text(body.content ?? '', 'content', 0, 2000);
  if (content.trim() === '' && files.length === 0) throw new Refusal(400, 50006, 'Cannot send an empty message');
  if (files.length > 10) throw invalid('more than 10 files');
  if (files.reduce((sum, file) => sum + file.bytes.length, 0) > 10 * 1024 * 1024) {
    throw new Refusal(413, 40005, 'Request entity too large');
  }
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  if (flags & ~(flag.suppressEmbeds | flag.ephemeral)) throw invalid('flags that a bot may not set');
  if (flags & flag.ephemeral && !mayHide) throw invalid('only an answer to an interaction can be ephemeral');
  checkMentions(body.allowed_mentions);
  return { content, buttons: checkRows(body.components ?? []), files: described(files, body.attachments), flags };
}

function checkMentions(value: unknown): void {
  const parse = isFields(value) ? value.parse : undefined;
  if (!Array.isArray(parse) || parse.length > 0) throw invalid('this server wants to see that nobody is pinged');
}

function checkRows(value: unknown): readonly ButtonIn[] {
  const rows = listOf(value, 'components');
  if (rows.length > 5) throw invalid('more than 5 rows');
  const buttons = rows.flatMap((row) => {
    const { type, components } = fieldsOf(row, 'row');
    const inner = listOf(components, 'row.components');
    if (type !== 1 || inner.length === 0 || inner.length > 5) throw invalid('a row has 1 to 5 buttons');
    return inner.map((component) => checkButton(fieldsOf(component, 'button')));
  });
  if (new Set(buttons.map((button) => button.customId)).size < buttons.length)
    throw invalid('custom_id is twice there');
  return buttons;
}

function checkButton({ type, style, label, custom_id: customId }: Fields): ButtonIn {
  if (type !== 2 || typeof style !== 'number' || style < 1 || style > 4) throw invalid('not a button');
  return { label: text(label, 'label', 1, 80), customId: text(customId, 'custom_id', 1, 100) };
}

function described(files: readonly FileIn[], attachments: unknown): readonly FileIn[] {
  const known = Array.isArray(attachments) ? attachments.filter(isFields) : [];
  if (files.length > 0 && known.length !== files.length) throw invalid('attachments do not match the files');
  return files.map((file, index) => {
    const entry = known.find(({ id }) => id === index);
    if (entry?.filename !== file.name) throw invalid('an attachment has another name than its file');
    return { ...file, description: text(entry.description ?? '', 'description', 0, 1024) };
  });
}

export function checkNonce(body: Fields): string | undefined {
  if (body.nonce === undefined) return;
  const nonce = text(body.nonce, 'nonce', 1, 25);
  return body.enforce_nonce === true ? nonce : undefined;
}

export function checkModal(data: unknown): Modal {
  const { custom_id: customId, title, components } = fieldsOf(data, 'modal');
  const outer = listOf(components, 'modal.components');
  if (outer.length === 0 || outer.length > 5) throw invalid('a modal has 1 to 5 inputs');
  const inputs = outer.map((label) => {
    const fields = fieldsOf(label, 'label');
    if (fields.type !== 18) throw invalid('an input sits in a label');
    return { ...checkInput(fieldsOf(fields.component, 'input')), label: text(fields.label, 'label', 1, 45) };
  });
  if (new Set(inputs.map((input) => input.customId)).size < inputs.length) throw invalid('custom_id is twice there');
  return { customId: text(customId, 'custom_id', 1, 100), title: text(title, 'title', 1, 45), inputs };
}

function checkInput({ type, style, custom_id: customId, max_length: maximum, placeholder }: Fields) {
  if (type !== 4 || (style !== 1 && style !== 2)) throw invalid('not a text input');
  if (typeof maximum !== 'number' || maximum < 1 || maximum > 4000) throw invalid('max_length');
  text(placeholder ?? '', 'placeholder', 0, 100);
  return { customId: text(customId, 'custom_id', 1, 100), long: style === 2 };
}

export function checkChoices(data: unknown): readonly { readonly name: string; readonly value: string }[] {
  const choices = listOf(fieldsOf(data, 'data').choices, 'choices');
  if (choices.length > 25) throw invalid('more than 25 choices');
  return choices.map((choice) => {
    const { name, value } = fieldsOf(choice, 'choice');
    return { name: text(name, 'choice.name', 1, 100), value: text(value, 'choice.value', 1, 100) };
  });
}

export function checkCommands(body: unknown): readonly Fields[] {
  const commands = listOf(body, 'commands').map((command) => fieldsOf(command, 'command'));
  if (commands.length > 100) throw new Refusal(400, 30032, 'Maximum number of application commands reached');
  if (new Set(commands.map(({ name, type }) => `${type} ${name}`)).size < commands.length)
    throw invalid('a command is twice there');
  for (const command of commands) {
    if (command.type === 3) {
      checkMessageCommand(command);
      continue;
    }
    checkNamed(command);
    const options = command.options === undefined ? [] : listOf(command.options, 'options');
    if (options.length > 25) throw invalid('more than 25 options');
    options.forEach(checkOption);
    const required = options.map((option) => isFields(option) && option.required === true);
    if (required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)) {
      throw invalid('required options come first');
    }
  }
  return commands;
}

/** Names in the menu of a message may have capitals and spaces; a description is refused. */
function checkMessageCommand(command: Fields): void {
  for (const name of [command.name, ...localisations(command.name_localizations)]) text(name, 'name', 1, 32);
  if (command.description !== undefined && command.description !== '')
    throw invalid('a description of a message command');
  if (Array.isArray(command.options) && command.options.length > 0) throw invalid('options of a message command');
}

function checkNamed(named: Fields): void {
  for (const name of [named.name, ...localisations(named.name_localizations)]) {
    const written = text(name, 'name', 1, 32);
    if (!/^[-_'\p{L}\p{N}]+$/u.test(written) || written !== written.toLowerCase()) throw invalid(`the name ${written}`);
  }
  for (const words of [named.description, ...localisations(named.description_localizations)]) {
    text(words, 'description', 1, 100);
  }
}

function checkOption(value: unknown): void {
  const option = fieldsOf(value, 'option');
  if (option.type !== 3 && option.type !== 5) throw invalid('this server knows text and boolean options');
  checkNamed(option);
  if (option.choices === undefined) return;
  const choices = listOf(option.choices, 'choices');
  if (choices.length > 25 || option.autocomplete === true) throw invalid('choices');
  for (const choice of choices) {
    const { name, value: carried, name_localizations: names } = fieldsOf(choice, 'choice');
    for (const label of [name, carried, ...localisations(names)]) text(label, 'choice', 1, 100);
  }
}

function localisations(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  const fields = fieldsOf(value, 'localizations');
  const strange = Object.keys(fields).find((locale) => !['zh-CN', 'zh-TW', 'en-US', 'en-GB'].includes(locale));
  if (strange) throw invalid(`the locale ${strange}`);
  return Object.values(fields);
}
