import type { CommandName } from './names.ts';

const spoken: readonly (readonly [CommandName, RegExp])[] = [
  [
    'why',
    /^(你)?(为什么|为啥|凭什么|怎么)(会|要)?(这么|这样)(回答|答|说|讲|回)|^(why (this|that) answer|why (did|do|would) you (say|answer|tell me|think) (that|this|so)|how did you (get|come) to (that|this))/i,
  ],
  [
    'wrong',
    /^((这|这个|这条|你的|上面的?)?(回答|答案|说法)?(不对|错了|有错|是错的|有误|不正确)|你?(答|说|讲|回答)(得)?(错了|不对))[。.]?$|^((this|that|it|your answer|the answer|this answer)('s| is)? (is )?(wrong|incorrect|not (right|correct|true))|you('re| are| got (this|it|that))? wrong)[.]?$/i,
  ],
];

/** What people write in place of a command about the last answer: "why this answer", 「这不对」. */
export function spokenCommand(text: string): CommandName | undefined {
  const plain = text.trim().replace(/[’‘]/g, "'");
  return spoken.find(([, pattern]) => pattern.test(plain))?.[0];
}
