// Discord's Markdown as a reader sees it. Written from Discord's rules and not from the bot's, to judge the latter.

export type Read = {
  /** Words without markup. */
  readonly text: string;
  /** What was read as formatting, a mention or an emoji, in order: "bold", "quote", "mention" … */
  readonly marks: readonly string[];
};

type Rule = { readonly mark: string; readonly at: RegExp; readonly line?: true; readonly inner?: number };

/** In the order in which Discord tries them. `inner`: the group that is read on; otherwise the match stays as words. */
const rules: readonly Rule[] = [
  { mark: 'heading', at: /^#{1,3} +/y, line: true },
  { mark: 'subtext', at: /^-# +/y, line: true },
  { mark: 'quote', at: /^>(?:>>)? +/y, line: true },
  { mark: 'list', at: /^[^\S\n]*[-*] +/y, line: true },
  { mark: 'code', at: /(`+)([\s\S]*?[^`])\1(?!`)/y, inner: 2 },
  { mark: 'mention', at: /<(?:@[!&]?|#|\/[\w -]+:)\d+>|@everyone|@here/y },
  { mark: 'emoji', at: /<a?:\w+:\d+>|:[\w+-]+:/y },
  { mark: 'time', at: /<t:-?\d+(?::\w)?>/y },
  { mark: 'link', at: /\[((?:\\.|[^\]\\])+)\]\([^)\s]+\)/y, inner: 1 },
  { mark: 'bold', at: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, inner: 1 },
  { mark: 'underline', at: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, inner: 1 },
  { mark: 'italic', at: /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y, inner: 1 },
  { mark: 'italic', at: /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y, inner: 1 },
  { mark: 'strike', at: /~~([\s\S]+?)~~(?!_)/y, inner: 1 },
  { mark: 'spoiler', at: /\|\|([\s\S]+?)\|\|/y, inner: 1 },
];

const bracketed = /<(https?:\/\/[^\s<>]+)>/y;
const address = /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/y;
const escaped = /\\([^0-9A-Za-z\s])/y;

export function readMarkdown(content: string): Read {
  const marks: string[] = [];
  return { text: read(content, marks), marks };
}

function read(content: string, marks: string[]): string {
  let text = '';
  let at = 0;
  while (at < content.length) {
    const literal = matchAt(bracketed, content, at) ?? matchAt(address, content, at) ?? matchAt(escaped, content, at);
    if (literal) {
      text += literal[1] ?? literal[0];
      at += literal[0].length;
      continue;
    }
    const rule = rules.find((candidate) => applies(candidate, content, at));
    const match = rule && matchAt(plainStart(rule), content, at);
    if (!rule || !match) {
      text += content[at];
      at += 1;
      continue;
    }
    marks.push(rule.mark);
    if (rule.inner !== undefined) text += read(match[rule.inner] ?? '', marks);
    else if (!rule.line) text += match[0];
    at += match[0].length;
  }
  return text;
}

function applies(rule: Rule, content: string, at: number): boolean {
  if (rule.line && at > 0 && content[at - 1] !== '\n') return false;
  return matchAt(plainStart(rule), content, at) !== undefined;
}

/** A sticky pattern looks at one place only; the `^` in the line rules is for the reader. */
function plainStart(rule: Rule): RegExp {
  return new RegExp(rule.at.source.replace(/^\^/, ''), 'y');
}

function matchAt(pattern: RegExp, content: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(content) ?? undefined;
}
