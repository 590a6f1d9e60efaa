// What is wrong with a knowledge file, and where.

export type Path = readonly (string | number)[];

export type Fault = {
  /** Relative to src/knowledge. */
  readonly file: string;
  readonly line: number;
  /** Says what to do. */
  readonly message: string;
};

/** What a check reports: a place inside a file, whose line the loader knows. */
export type Finding = { readonly file: string; readonly path: Path; readonly message: string };

export function formatFault(fault: Fault): string {
  return `src/knowledge/${fault.file}:${fault.line} ${fault.message}`;
}

export class KnowledgeError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`${faults.length} faults in the knowledge files:\n${faults.map(formatFault).join('\n')}`);
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}
