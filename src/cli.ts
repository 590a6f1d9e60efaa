import { formatFault } from './knowledge/faults.ts';
import { inspectKnowledge } from './knowledge/load.ts';

const { knowledge, faults } = inspectKnowledge();
for (const fault of faults) console.log(formatFault(fault));
console.log(`${faults.length} faults, ${knowledge?.topics.size ?? 0} topics`);
process.exitCode = faults.length > 0 ? 1 : 0;
