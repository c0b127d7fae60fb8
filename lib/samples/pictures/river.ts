import {
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

/** Draws a wide river at dusk with a low sun, far hills and a ferry. */
export function riverDusk(): string {
  const random = seededRandom(11);
  const definitions =
    vertical('sky', '#22345c', '#7a5a86', '#e08a72', '#f9c98a') +
    vertical('water', '#e9a67f', '#8f6a8d', '#2c3f66', '#17223f') +
    glow('sun', '#fff0c2');
  return drawing(
    definitions,
    rectangle(0, 0, WIDTH, 580, 'url(#sky)'),
    circle(1080, 500, 330, 'url(#sun)'),
    circle(1080, 500, 62, '#fff4d6'),
    clouds(),
    hills(random, 500, 60, 580, '#7d5f86'),
    hills(random, 540, 36, 580, '#4d4470'),
    rectangle(0, 578, WIDTH, HEIGHT - 578, 'url(#water)'),
    sunPath(random),
    ripples(random, 590, 990, '#ffe3b8', 130),
    ferry(),
    reeds(random),
  );
}

/** Draws a misty landing in the morning: posts, a ramp and two long boats. */
export function ferryLanding(): string {
  const random = seededRandom(29);
  const definitions =
    vertical('sky', '#b9d3d6', '#dfe8df', '#f6ecd2') +
    vertical('water', '#d9e2d6', '#8fb3b4', '#46777f') +
    glow('sun', '#fffbe8');
  return drawing(
    definitions,
    rectangle(0, 0, WIDTH, 520, 'url(#sky)'),
    circle(420, 300, 300, 'url(#sun)'),
    hills(random, 400, 70, 520, '#a9c3bd'),
    hills(random, 455, 40, 520, '#7fa39f'),
    rectangle(0, 470, WIDTH, 70, '#f3efdf', 'opacity="0.6" filter="url(#soft)"'),
    rectangle(0, 515, WIDTH, HEIGHT - 515, 'url(#water)'),
    ripples(random, 530, 990, '#ffffff', 110),
    jetty(random),
    longBoat(820, 700, 1, '#1f3b42', '#c9543f'),
    longBoat(430, 830, 1.5, '#16292f', '#e2a33d'),
  );
}

function clouds(): string {
  const bands = [
    [260, 190, 460, 20],
    [520, 240, 620, 16],
    [1120, 160, 520, 22],
    [900, 330, 740, 14],
    [180, 380, 480, 12],
  ] as const;
  const shapes = bands.map(
    ([x, y, rx, ry]) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#ffd9b0" opacity="0.28"/>`,
  );
  return `<g filter="url(#soft)">${shapes.join('')}</g>`;
}

function sunPath(random: () => number): string {
  const strokes = Array.from({ length: 44 }, (_, index) => {
    const depth = index / 44;
    const width = 40 + depth * 190 * (0.4 + random());
    const x = 1080 + (random() - 0.5) * 70 * (1 + depth * 2) - width / 2;
    return rectangle(
      x,
      586 + depth * 380,
      width,
      2.5 + depth * 5,
      '#ffe9b8',
      `rx="3" opacity="${0.75 - depth * 0.6}"`,
    );
  });
  return strokes.join('');
}

function ferry(): string {
  const hull = path('M430 690 L910 690 L870 752 L478 752 Z', '#151b33');
  const deck = rectangle(500, 634, 330, 56, '#1f2848');
  const roof = path('M478 634 L852 634 L836 612 L496 612 Z', '#b8473f');
  const bridge = rectangle(620, 566, 96, 46, '#1f2848');
  const windows = Array.from({ length: 8 }, (_, index) =>
    rectangle(516 + index * 39, 646, 26, 24, '#ffd98a', 'rx="3"'),
  ).join('');
  const mast = rectangle(664, 500, 5, 68, '#151b33') + path('M669 502 L722 516 L669 530 Z', '#f2c14e');
  const shadow = path(
    'M470 756 L880 756 L800 820 L560 820 Z',
    '#10162c',
    'opacity="0.45" filter="url(#haze)"',
  );
  return `<g transform="translate(-120 20)">${shadow}${mast}${bridge}${rectangle(634, 578, 68, 18, '#ffe3a3', 'rx="3"')}${deck}${windows}${roof}${hull}</g>`;
}

function reeds(random: () => number): string {
  const stems = Array.from({ length: 70 }, () => {
    const x = random() < 0.6 ? random() * 420 : 1250 + random() * 360;
    const height = 90 + random() * 190;
    const lean = (random() - 0.5) * 70;
    return `<path d="M${x} 1010 Q${x + lean * 0.2} ${1000 - height * 0.6} ${x + lean} ${1000 - height}" stroke="#0d1226" stroke-width="${2 + random() * 4}" fill="none" stroke-linecap="round"/>`;
  });
  return stems.join('');
}

function jetty(random: () => number): string {
  const deck = path('M980 600 L1600 560 L1600 640 L980 626 Z', '#5a4637');
  const edge = path('M980 626 L1600 640 L1600 658 L980 636 Z', '#3b2d24');
  const posts = Array.from({ length: 7 }, (_, index) => {
    const x = 1000 + index * 95;
    const top = 560 - index * 4;
    return rectangle(x, top, 14 + index, 190 + index * 14 + random() * 20, '#3f3027', 'rx="4"');
  });
  return posts.join('') + deck + edge;
}

function longBoat(x: number, y: number, scale: number, hull: string, stripe: string): string {
  const body = path(
    'M-230 -34 Q-190 6 -120 12 L150 12 Q220 4 268 -52 Q196 -20 120 -18 L-130 -18 Q-190 -20 -230 -34 Z',
    hull,
  );
  const band = path(
    'M-186 -14 Q-150 -6 -120 -6 L130 -6 Q186 -10 226 -28 L220 -22 Q186 0 140 2 L-122 2 Q-160 0 -186 -14 Z',
    stripe,
  );
  const canopy =
    path('M-90 -18 Q-80 -84 10 -84 Q100 -84 108 -18 Z', '#d8c39a') +
    path('M-60 -18 Q-50 -66 10 -66 Q70 -66 78 -18 Z', '#3b3a32');
  const shadow = `<ellipse cx="10" cy="30" rx="230" ry="16" fill="#123038" opacity="0.4" filter="url(#haze)"/>`;
  return `<g transform="translate(${x} ${y}) scale(${scale})">${shadow}${canopy}${body}${band}</g>`;
}
