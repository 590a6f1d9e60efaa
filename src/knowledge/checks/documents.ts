import type { Finding } from '../faults.ts';
import type { Knowledge } from '../knowledge.ts';

/**
 * Every section of a source document is carried by a topic, every statement of it has a verdict with topics and claims
 * that exist, and every topic's seeds name sections that exist. That a verdict is there at all is held by the schema.
 */
export function documents(knowledge: Knowledge): readonly Finding[] {
  return [...seedsWithoutSection(knowledge), ...sectionsWithoutTopic(knowledge), ...statements(knowledge)];
}

function* seedsWithoutSection(knowledge: Knowledge): Generator<Finding> {
  const sections = new Set([...knowledge.documents.values()].flatMap((it) => it.sections.map((section) => section.id)));
  for (const topic of knowledge.topics.values()) {
    for (const [index, seed] of topic.seeds.entries()) {
      if (!sections.has(seed))
        yield {
          file: knowledge.files.get(`topic:${topic.id}`) ?? '',
          path: ['seeds', index],
          message: `${seed} is no section of a source document: see documents/`,
        };
    }
  }
}

function* sectionsWithoutTopic(knowledge: Knowledge): Generator<Finding> {
  const seeds = new Set([...knowledge.topics.values()].flatMap((topic) => topic.seeds));
  for (const document of knowledge.documents.values()) {
    const file = knowledge.files.get(`document:${document.id}`) ?? '';
    for (const [index, section] of document.sections.entries()) {
      if (!section.id.startsWith(`${document.id}-`))
        yield { file, path: ['sections', index], message: `${section.id} begins with ${document.id}-` };
      if (!seeds.has(section.id))
        yield {
          file,
          path: ['sections', index],
          message: `no topic carries ${section.id}: name it in the seeds of one`,
        };
    }
  }
}

function* statements(knowledge: Knowledge): Generator<Finding> {
  for (const document of knowledge.documents.values()) {
    const file = knowledge.files.get(`document:${document.id}`) ?? '';
    const sections = new Set(document.sections.map((section) => section.id));
    for (const [index, statement] of document.claims.entries()) {
      const add = (field: string, message: string): Finding => ({ file, path: ['claims', index, field], message });
      const expected = `${document.id}-${index + 1}`;
      if (statement.id !== expected)
        yield add('id', `is ${statement.id}, ${expected} comes here: no verdict is missing and none stands twice`);
      if (!sections.has(statement.section)) yield add('section', `${statement.section} is no section of this document`);
      for (const topic of statement.topics)
        if (!knowledge.topics.has(topic)) yield add('topics', `the topic ${topic} does not exist`);
      for (const named of statement.carried) {
        const [topic = '', claim = ''] = named.split('/');
        if (!knowledge.topics.get(topic)?.claims.some((it) => it.id === claim))
          yield add('carried', `the claim ${named} does not exist`);
        if (!statement.topics.includes(topic)) yield add('topics', `${named} carries it: name the topic ${topic} too`);
      }
    }
  }
}
