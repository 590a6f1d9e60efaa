// The patterns of message rules as regular expressions: `<name>` stands for a list of words.
import type { Written } from './terms.ts';
import type { MessageCheck } from './tool-schema.ts';

type Lines = Readonly<Record<Written, readonly string[]>>;

/** @throws Error that names the line, when it is no regular expression or uses a list that is not there */
export function compilePatterns(lines: Lines, words: MessageCheck['words'], flags: string): readonly RegExp[] {
  return (['en', 'zh'] as const).flatMap((language) =>
    lines[language].map((line) => compilePattern(line, words[language], flags)),
  );
}

export function compilePattern(line: string, words: MessageCheck['words'][Written], flags: string): RegExp {
  try {
    return new RegExp(expand(line, words, 0), flags);
  } catch (error) {
    throw new Error(`${line} is no regular expression: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Each line as the expressions that have to stand together. */
export function compileTogether(
  lines: Lines,
  words: MessageCheck['words'],
  flags: string,
): readonly (readonly RegExp[])[] {
  return (['en', 'zh'] as const).flatMap((language) =>
    lines[language].map((line) => partsOf(line).map((part) => compilePattern(part, words[language], flags))),
  );
}

export function partsOf(line: string): readonly string[] {
  return line.split(' & ');
}

function expand(line: string, words: MessageCheck['words'][Written], depth: number): string {
  if (depth > 4) throw new Error('its lists use each other in a circle');
  return line.replace(/<([a-z][a-z0-9-]*)>/g, (_, name: string) => {
    const list = Object.hasOwn(words, name) ? words[name] : undefined;
    if (!list) throw new Error(`there is no list ${name} in message-check.yaml`);
    return `(?:${list.map((word) => expand(word, words, depth + 1)).join('|')})`;
  });
}
