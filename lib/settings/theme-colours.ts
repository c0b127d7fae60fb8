/** The colours of the theme. `npm run theme` writes them here from components/theme/theme.css. */
export const COLOURS = {
  light: {
    paper: '#fffdf9',
    ink: '#1b1a17',
    soft: '#5f5a50',
    rule: '#d9d3c7',
    accent: '#8c1d18',
    wash: '#f5f0e6',
  },
  dark: {
    paper: '#16161a',
    ink: '#ece8e0',
    soft: '#aba599',
    rule: '#3a3833',
    accent: '#ff9c8f',
    wash: '#201f24',
  },
};
