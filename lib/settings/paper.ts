/** The colour of the page in each colour scheme, as in `components/theme/theme.css`. */
export const PAPER = { light: '#fffdf9', dark: '#16161a' };
