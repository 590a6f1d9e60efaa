// All rules over the knowledge files, one file each.
import type { Finding } from '../faults.ts';
import type { Knowledge } from '../knowledge.ts';
import { asks } from './asks.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { length } from './length.ts';
import { mustNotSay } from './must-not-say.ts';
import { references } from './references.ts';
import { timeSensitive } from './time-sensitive.ts';
import { toolReferences } from './tool-references.ts';
import { twins } from './twins.ts';
import { wording } from './wording.ts';

/** One rule over all files. Says what to do, never what day it is. */
export type Check = (knowledge: Knowledge) => readonly Finding[];

export const checks: readonly Check[] = [
  references,
  toolReferences,
  evidence,
  twins,
  mustNotSay,
  length,
  wording,
  asks,
  documents,
  timeSensitive,
];
