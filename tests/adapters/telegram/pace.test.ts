import { expect, test } from 'vitest';
import { createPace } from '../../../src/adapters/telegram/pace.ts';

/** Waits that messages taken at one moment are given, in ms, rounded. */
function waits(chats: readonly string[], pace = createPace(() => 0)): readonly number[] {
  return chats.map((chat) => Math.round(pace(chat, Number.POSITIVE_INFINITY).wait));
}

test('a few messages in one chat go out at once, more one a second', () => {
  expect(waits(Array.from({ length: 9 }, () => 'a'))).toEqual([0, 0, 0, 0, 0, 0, 1000, 2000, 3000]);
});

test('a group gets twenty a minute', () => {
  expect(waits(Array.from({ length: 8 }, () => '-1'))).toEqual([0, 0, 0, 0, 0, 0, 3000, 6000]);
});

test('over all chats thirty go out in a second', () => {
  const given = waits(Array.from({ length: 91 }, (_, index) => `${index}`));
  expect(given.filter((wait) => wait === 0)).toHaveLength(30);
  expect(given.at(-1)).toBe(2033);
});

test('budgets fill up again', () => {
  let time = 0;
  const pace = createPace(() => time);
  waits(
    Array.from({ length: 8 }, () => 'a'),
    pace,
  );
  time = 60_000;
  expect(waits(['a', 'a'], pace)).toEqual([0, 0]);
});

test('a place that would come too late is not taken', () => {
  const pace = createPace(() => 0);
  waits(
    Array.from({ length: 6 }, () => 'a'),
    pace,
  );
  expect(pace('a', 500)).toEqual({ taken: false, wait: 1000 });
  expect(pace('a', 1000)).toEqual({ taken: true, wait: 1000 });
});
