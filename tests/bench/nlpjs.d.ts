// What the benchmark uses of nlp.js, which ships no types.

declare module '@nlpjs/basic' {
  type Nlp = {
    settings: { autoSave: boolean; log: boolean };
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  };
  const basic: {
    containerBootstrap(): Promise<{ use(plugin: unknown): void; get(name: 'nlp'): Nlp }>;
    Nlp: unknown;
    LangEn: unknown;
  };
  export default basic;
}

declare module '@nlpjs/lang-zh' {
  const chinese: { LangZh: unknown };
  export default chinese;
}
