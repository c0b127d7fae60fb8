import type { Scenario } from '../scenario';

export const CLOCK_SCENARIOS: Scenario[] = [];
