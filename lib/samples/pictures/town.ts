import {
  circle,
  drawing,
  glow,
  HEIGHT,
  hills,
  path,
  rectangle,
  ripples,
  sameNumbers,
  vertical,
  WIDTH,
} from './svg';

const CLOTHS = ['#d1493f', '#e8a33d', '#2f7f79', '#f0e2c0', '#3f5f9a', '#c9743b', '#8f3f5f'];

/** Market awnings in morning light, row behind row. */
export function marketMorning(): string {
  const random = sameNumbers(5);
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

/** Crates of fruit, seen from above. */
export function fruitCrates(): string {
  const random = sameNumbers(41);
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

/** Lamps over dark water. */
export function lanternNight(): string {
  const random = sameNumbers(77);
  const definitions =
    vertical('sky', '#0b1230', '#1a2450', '#3a3a6c') +
    vertical('water', '#2a2f5e', '#0a1028') +
    glow('lamp', '#ffc56b');
  const stars = Array.from({ length: 120 }, () =>
    circle(
      random() * WIDTH,
      random() * 420,
      0.6 + random() * 1.4,
      '#fff',
      `opacity="${0.3 + random() * 0.6}"`,
    ),
  );
  const lamps = Array.from({ length: 15 }, (_, index) =>
    lamp(70 + index * 104 + random() * 50, 560 + random() * 250),
  );
  return drawing(
    definitions,
    rectangle(0, 0, WIDTH, 540, 'url(#sky)'),
    ...stars,
    hills(random, 490, 50, 545, '#12183a'),
    rectangle(0, 540, WIDTH, HEIGHT - 540, 'url(#water)'),
    ripples(random, 560, 990, '#8fa0e0', 70),
    ...lamps,
  );
}

/** A library at night: tall lit windows, shelves behind them, a tree before them. */
export function libraryNight(): string {
  const random = sameNumbers(19);
  const definitions =
    vertical('sky', '#101a38', '#24305a', '#4a4a7a') +
    vertical('wall', '#3a3550', '#29253d') +
    vertical('room', '#ffe2a0', '#f0a94e') +
    glow('light', '#ffcf7d');
  const windows = Array.from({ length: 5 }, (_, index) => libraryWindow(random, 265 + index * 225));
  return drawing(
    definitions,
    rectangle(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    circle(1390, 150, 54, '#f5ecd0'),
    circle(1368, 138, 50, '#1a254a'),
    path('M170 330 L800 150 L1430 330 Z', '#211e36'),
    rectangle(210, 330, 1180, 520, 'url(#wall)'),
    ...windows,
    rectangle(0, 845, WIDTH, 155, '#171a30'),
    ...[0, 1, 2, 3, 4].map(
      (index) =>
        `<ellipse cx="${340 + index * 225}" cy="905" rx="150" ry="34" fill="#f2b35c" opacity="0.28" filter="url(#soft)"/>`,
    ),
    tree(random),
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

function lamp(x: number, y: number): string {
  const scale = 0.5 + (y - 560) / 320;
  const halo = circle(0, 0, 130, 'url(#lamp)');
  const boat = path('M-92 34 Q0 66 92 34 L74 58 Q0 80 -74 58 Z', '#060a1c');
  const trail = rectangle(-10, 70, 20, 170, '#ffc56b', 'opacity="0.32" rx="10" filter="url(#haze)"');
  const light = rectangle(-3, 8, 6, 34, '#060a1c') + circle(0, 0, 13, '#fff3cf');
  return `<g transform="translate(${x} ${y}) scale(${scale})">${trail}${halo}${boat}${light}</g>`;
}

function libraryWindow(random: () => number, x: number): string {
  const books: string[] = [];
  for (let shelf = 0; shelf < 4; shelf += 1) {
    const y = 500 + shelf * 76;
    for (let left = x + 12; left < x + 126; left += 12) {
      const height = 34 + random() * 24;
      const colour = CLOTHS[Math.floor(random() * CLOTHS.length)] ?? '#8f3f5f';
      books.push(rectangle(left, y - height, 10, height, colour, 'opacity="0.75"'));
    }
    books.push(rectangle(x + 6, y, 138, 6, '#8a5a2b'));
  }
  const arch = `M${x} 790 L${x} 470 Q${x + 75} 370 ${x + 150} 470 L${x + 150} 790 Z`;
  const bars = rectangle(x + 72, 420, 6, 370, '#2a2440') + rectangle(x, 520, 150, 5, '#2a2440');
  return (
    circle(x + 75, 600, 230, 'url(#light)', 'opacity="0.28"') +
    path(arch, 'url(#room)') +
    books.join('') +
    bars
  );
}

function tree(random: () => number): string {
  const leaves = Array.from({ length: 90 }, () => {
    const angle = random() * Math.PI * 2;
    const away = Math.sqrt(random()) * 215;
    return circle(
      150 + Math.cos(angle) * away,
      470 + Math.sin(angle) * away * 0.8,
      30 + random() * 36,
      random() < 0.5 ? '#0f1b2c' : '#16283a',
    );
  });
  return path('M128 1000 Q150 760 138 560 L172 560 Q176 780 196 1000 Z', '#0c1322') + leaves.join('');
}
