/** The colour of the page in each colour scheme, as in `app/(reader)/styles/base.css`. */
export const PAPER = { light: '#fffdf9', dark: '#16161a' };
