import type { refusalsEn } from './en';

type English = typeof refusalsEn;

/** The sentences of one language: every key of the English ones, with the same values. */
export type RefusalWords = {
  [K in keyof English]: English[K] extends (values: infer V) => string ? (values: V) => string : string;
};
