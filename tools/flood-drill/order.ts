import { z } from 'zod';

/** What a flood process is told to do. */
export const Order = z.object({
  url: z.string(),
  /** The name of the flood. */
  name: z.string(),
  seconds: z.number(),
  targets: z.object({
    slugs: z.array(z.string()),
    words: z.array(z.string()),
    signInAction: z.string(),
    setUpAction: z.string(),
  }),
});
export type Order = z.infer<typeof Order>;

/** Printed by a flood process when it begins. */
export const HAS_BEGUN = 'The flood has begun.';
