import {
  CLOTHS,
  circle,
  drawing,
  glow,
  HEIGHT,
  hills,
  path,
  rectangle,
  seededRandom,
  vertical,
  WIDTH,
} from './svg';

/** Draws market awnings in morning light, row behind row. */
export function marketMorning(): string {
  const random = seededRandom(5);
  const definitions =
    vertical('sky', '#9cc7cf', '#f5e6c4', '#f8d9a0') +
    glow('sun', '#fff7dc') +
    vertical('ground', '#c99f6d', '#7a5539');
  const rows = [0, 1, 2].map((row) => awningRow(random, row));
  return drawing(
    definitions,
    rectangle(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    circle(1240, 190, 380, 'url(#sun)'),
    hills(random, 380, 60, 600, '#a8b89a'),
    rectangle(0, 560, WIDTH, 440, 'url(#ground)'),
    ...rows,
  );
}

/** Draws crates of fruit, seen from above. */
export function fruitCrates(): string {
  const random = seededRandom(41);
  const fruit = ['#d94f3a', '#e9b035', '#7fa23f', '#e0783a', '#6d3b6b', '#f0cf5a', '#4f8a56', '#c53a55'];
  const crates = Array.from({ length: 8 }, (_, index) => {
    const x = 30 + (index % 4) * 390;
    const y = 30 + Math.floor(index / 4) * 480;
    return crate(random, x, y, fruit[index] ?? '#d94f3a');
  });
  const shine = `<radialGradient id="shine" cx="0.35" cy="0.3" r="0.75"><stop offset="0" stop-color="#fff" stop-opacity="0.55"/><stop offset="0.4" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#200" stop-opacity="0.38"/></radialGradient>`;
  return drawing(
    vertical('cloth', '#31504f', '#1d3334') + shine,
    rectangle(0, 0, WIDTH, HEIGHT, 'url(#cloth)'),
    ...crates,
  );
}

function awningRow(random: () => number, row: number): string {
  const y = 470 + row * 165;
  const width = 230 + row * 70;
  const stalls = Array.from({ length: Math.ceil(WIDTH / width) + 1 }, (_, index) => {
    const x = index * width - 60 - row * 50;
    const colour = CLOTHS[Math.floor(random() * CLOTHS.length)] ?? '#d1493f';
    const sag = 26 + random() * 30;
    const cloth = path(
      `M${x} ${y} Q${x + width / 2} ${y - 60 - sag} ${x + width} ${y} L${x + width - 14} ${y + 62} Q${x + width / 2} ${y + 62 - sag} ${x + 14} ${y + 62} Z`,
      colour,
    );
    const fold = path(
      `M${x + width / 2} ${y - 42} L${x + width} ${y} L${x + width - 14} ${y + 62} Q${x + width * 0.75} ${y + 40} ${x + width / 2} ${y + 48} Z`,
      '#000',
      'opacity="0.13"',
    );
    const pole = rectangle(x + 12, y + 40, 7, 190, '#4b3628');
    return pole + shade(x, y, width) + goods(random, x, y, width) + cloth + fold;
  });
  return stalls.join('');
}

function shade(x: number, y: number, width: number): string {
  return rectangle(x + 6, y + 40, width - 12, 150, '#2f221b', 'opacity="0.72"');
}

function goods(random: () => number, x: number, y: number, width: number): string {
  const heaps = Array.from({ length: 7 }, (_, index) => {
    const colour = CLOTHS[Math.floor(random() * CLOTHS.length)] ?? '#e8a33d';
    return circle(x + 36 + index * ((width - 70) / 6), y + 150 + random() * 14, 19 + random() * 9, colour);
  });
  return heaps.join('') + rectangle(x + 10, y + 164, width - 20, 44, '#80583a');
}

function crate(random: () => number, x: number, y: number, colour: string): string {
  const fruit: string[] = [];
  for (let row = 0; row < 6; row += 1) {
    for (let column = 0; column < 5; column += 1) {
      const cx = x + 56 + column * 60 + (row % 2) * 20 + (random() - 0.5) * 12;
      const cy = y + 58 + row * 66 + (random() - 0.5) * 12;
      const radius = 36 + random() * 7;
      fruit.push(
        circle(cx + 5, cy + 8, radius, '#000', 'opacity="0.25"'),
        circle(cx, cy, radius, colour),
        circle(cx, cy, radius, 'url(#shine)'),
      );
    }
  }
  const frame = `<rect x="${x}" y="${y}" width="370" height="460" fill="none" stroke="#b98a55" stroke-width="20"/><rect x="${x}" y="${y}" width="370" height="460" fill="none" stroke="#8a6239" stroke-width="4"/>`;
  return rectangle(x, y, 370, 460, '#3a2819') + fruit.join('') + frame;
}
