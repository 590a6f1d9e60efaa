import type { Charts } from '../core/charts.ts';

/** Pictures drawn in this process. The chart library, the renderer and the font are loaded at the first picture. */
export function createCharts(): Charts {
  return {
    async plan(chart, language) {
      const [{ openPen }, { drawPlan }] = await Promise.all([import('./canvas.ts'), import('./plan.ts')]);
      return drawPlan(await openPen(language), chart).encode('png');
    },
    async cost(chart, language) {
      const [{ openPen }, { drawCost }] = await Promise.all([import('./canvas.ts'), import('./cost.ts')]);
      return drawCost(await openPen(language), chart).encode('png');
    },
    async timeline(chart, language) {
      const [{ openPen }, { drawTimeline }] = await Promise.all([import('./canvas.ts'), import('./timeline.ts')]);
      return drawTimeline(await openPen(language), chart).encode('png');
    },
  };
}
