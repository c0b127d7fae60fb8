import { z } from 'zod';

/** Lighthouse's four categories, in its own order. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const Category = z.object({
  score: z.number().nullable(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
const Report = z.object({
  categories: z.object({
    performance: Category,
    accessibility: Category,
    'best-practices': Category,
    seo: Category,
  }),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), title: z.string(), displayValue: z.string().optional() }),
  ),
  runtimeError: z.object({ message: z.string() }).optional(),
});

/** The result of Lighthouse for a page, from one run. */
export interface Scores {
  /** From 0 to 100, in the order of the categories. */
  scores: number[];
  /** What kept a category below 100, one line each. */
  faults: string[];
}

/**
 * Parses a Lighthouse report.
 * @throws when Lighthouse could not judge the page.
 */
export function readScores(json: string): Scores {
  const { categories, audits, runtimeError } = Report.parse(JSON.parse(json));
  if (runtimeError) throw new Error(`Lighthouse could not judge the page: ${runtimeError.message}`);
  const judged = CATEGORIES.map((name) => ({ ...categories[name], name }));
  const faults = judged
    .filter(({ score }) => score !== 1)
    .flatMap(({ name, auditRefs }) =>
      auditRefs.flatMap(({ id, weight }) => {
        const { score = null, title = '', displayValue = '' } = audits[id] ?? {};
        return weight > 0 && score !== null && score < 1
          ? [
              `${name}: ${id} ${Math.round(score * 100)} (${[title, displayValue].filter(Boolean).join(', ')})`,
            ]
          : [];
      }),
    );
  return { scores: judged.map(({ score }) => Math.round((score ?? 0) * 100)), faults };
}
