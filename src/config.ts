// The environment, read and checked once; nothing else in src/ reads it.
import { z } from 'zod';

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const settings = z
  .object({
    TELEGRAM_BOT_TOKEN: optional.pipe(
      z
        .string()
        .regex(/^\d+:[\w-]{30,}$/, 'is not a bot token: copy the whole line that @BotFather gave you')
        .optional(),
    ),
    TELEGRAM_API_ROOT: url('https://api.telegram.org'),
    TELEGRAM_LIBRARY: choice(['grammy', 'telegraf'], 'grammy'),
    DISCORD_BOT_TOKEN: optional.pipe(
      z
        .string()
        .regex(/^\S{30,}$/, 'is not a bot token: copy it from the page "Bot" of the developer portal')
        .optional(),
    ),
    DISCORD_APPLICATION_ID: optional.pipe(
      z
        .string()
        .regex(/^\d{5,20}$/, 'is a number of 17 to 20 digits: copy it from "General Information"')
        .optional(),
    ),
    DISCORD_API_ROOT: url('https://discord.com/api'),
    DATABASE_URL: optional.pipe(
      z
        .string()
        .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'starts with sqlite: (a file) or postgres:// (a server)')
        .default('sqlite:./data/bot.db'),
    ),
    DATA_KEY: optional.pipe(
      z
        .string()
        .refine((value) => Buffer.from(value, 'base64').length === 32, 'is 32 bytes in base64: openssl rand -base64 32')
        .optional(),
    ),
    DATA_KEY_FILE: optional.pipe(z.string().default('./.data-key')),
    REMINDER_CRON: optional.pipe(
      z
        .string()
        .refine(isCron, 'is a cron expression of five fields, or six with seconds first: * * * * *')
        .default('* * * * *'),
    ),
    LOG_LEVEL: optional.pipe(
      z
        .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
          error: 'is one of: fatal, error, warn, info, debug, trace, silent',
        })
        .optional(),
    ),
    DEFAULT_LANGUAGE: choice(['en', 'zh-Hans', 'zh-Hant'], 'zh-Hans'),
    DEFAULT_PLACE: choice(
      ['mainland', 'hong-kong', 'taiwan', 'singapore', 'malaysia', 'united-states', 'united-kingdom'],
      'mainland',
    ),
  })
  .refine((all) => all.DISCORD_BOT_TOKEN === undefined || all.DISCORD_APPLICATION_ID !== undefined, {
    path: ['DISCORD_APPLICATION_ID'],
    message: 'is needed with DISCORD_BOT_TOKEN: copy it from "General Information" of the developer portal',
  });

export type Config = z.output<typeof settings>;

/** Every name that is read, for the test that holds `.env.example` against this file. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Checks all settings and gives all faults at once, one sentence each. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): ConfigResult {
  const result = settings.safeParse(environment);
  if (result.success) return { ok: true, config: result.data };
  return { ok: false, faults: result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) };
}

function url(standard: string) {
  return optional.pipe(
    z
      .url({ protocol: /^https?$/, error: 'is an address that starts with https:// or http://' })
      .transform((value) => value.replace(/\/+$/, ''))
      .default(standard),
  );
}

function choice<const Values extends readonly [string, ...string[]]>(values: Values, standard: Values[number]) {
  return optional.pipe(z.enum(values, { error: `is one of: ${values.join(', ')}` }).default(standard as never));
}

/** Lowest and highest number of each field: second, minute, hour, day, month, weekday. */
const cronRanges = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** Numbers, ranges, lists and steps; no names. */
function isCron(expression: string): boolean {
  const fields = expression.split(/\s+/);
  if (fields.length !== 5 && fields.length !== 6) return false;
  return fields.every((field, index) => {
    const [lowest, highest] = cronRanges[index + 6 - fields.length] ?? [0, -1];
    return field.split(',').every((part) => {
      const [, from, to = from, step = '1'] = /^(\*|\d{1,2}(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
      if (from === undefined || Number(step) < 1) return false;
      const first = Number(from.split('-')[0]);
      return (
        from === '*' ||
        (first >= lowest && Number(to === from ? first : to) <= highest && (to === from || Number(to) >= first))
      );
    });
  });
}
