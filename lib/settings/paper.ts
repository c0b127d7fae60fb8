/** The colour of the page in each scheme, as `app/(reader)/styles/base.css` has it. */
export const PAPER = { light: '#fffdf9', dark: '#16161a' };
