// All flows.
import { cost } from './cost.ts';
import type { Flow } from './flow.ts';
import { plan } from './plan.ts';

export const flows: readonly Flow[] = [cost, plan];

export function flowCalled(id: string): Flow | undefined {
  return flows.find((flow) => flow.id === id);
}
