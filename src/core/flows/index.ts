// All flows.
import { cost } from './cost.ts';
import type { Flow } from './flow.ts';
import { plan } from './plan.ts';
import { timeline } from './timeline.ts';

export const flows: readonly Flow[] = [cost, plan, timeline];

export function flowCalled(id: string): Flow | undefined {
  return flows.find((flow) => flow.id === id);
}
