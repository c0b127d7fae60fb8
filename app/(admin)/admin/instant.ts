import { z } from 'zod';

/** The limit of JavaScript dates: a later time could be stored but no longer shown. */
const FURTHEST_MS = 8_640_000_000_000_000;

/** A time that a page sends, epoch ms. */
export const Instant = z.number().int().min(-FURTHEST_MS).max(FURTHEST_MS);
