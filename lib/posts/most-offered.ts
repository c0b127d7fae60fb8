/** How many posts a field offers to choose from, the most recently edited ones: a browser shows no more at once. */
export const MOST_OFFERED = 200;
