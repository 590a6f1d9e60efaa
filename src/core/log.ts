/** Where notes for the operator go. Never message text, labels, amounts, tokens or ids. */
export type Log = Readonly<
  Record<
    'trace' | 'debug' | 'info' | 'warn' | 'error',
    (fields: Readonly<Record<string, string | number | boolean>>, message: string) => void
  >
>;
