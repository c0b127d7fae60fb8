import {
  CLOTHS,
  circle,
  drawing,
  glow,
  HEIGHT,
  hills,
  path,
  rectangle,
  ripples,
  seededRandom,
  vertical,
  WIDTH,
} from './svg';

/** Draws lamps over dark water. */
export function lanternNight(): string {
  const random = seededRandom(77);
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

/** Draws a library at night: tall lit windows, shelves behind them, a tree in front. */
export function libraryNight(): string {
  const random = seededRandom(19);
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
