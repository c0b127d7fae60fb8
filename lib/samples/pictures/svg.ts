/** The size of every drawing. */
export const WIDTH = 1600;
export const HEIGHT = 1000;

/** Returns a complete drawing; `definitions` contains gradients and filters. */
export function drawing(definitions: string, ...shapes: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${definitions}<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="18"/></filter><filter id="haze" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="5"/></filter></defs>${shapes.join('')}</svg>`;
}

/** Returns a gradient from top to bottom; stops are colours, spread evenly unless `at` (0 to 1) is given. */
export function vertical(
  id: string,
  ...stops: (string | { colour: string; at: number; opacity?: number })[]
): string {
  const marks = stops.map((stop, index) => {
    const {
      colour,
      at,
      opacity = 1,
    } = typeof stop === 'string' ? { colour: stop, at: index / (stops.length - 1), opacity: 1 } : stop;
    return `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
  });
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${marks.join('')}</linearGradient>`;
}

/** Returns a glow that fades to nothing. */
export function glow(id: string, colour: string): string {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}"/><stop offset="0.35" stop-color="${colour}" stop-opacity="0.55"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
}

/** Returns a rectangle; `more` contains further attributes, here and below. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${more}/>`;
}

/** Returns a circle around a point. */
export function circle(x: number, y: number, radius: number, fill: string, more = ''): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" ${more}/>`;
}

/** Returns any filled outline. */
export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** Returns hills across the picture down to `floor`: a smooth line around `y` that rises and falls by `swing`. */
export function hills(random: () => number, y: number, swing: number, floor: number, fill: string): string {
  const steps = 8;
  const step = WIDTH / steps;
  let line = `M0 ${round(y + swing * (random() - 0.5))}`;
  for (let index = 0; index < steps; index += 1) {
    const x = index * step;
    const control = round(y + swing * 2 * (random() - 0.5));
    line += ` Q${round(x + step / 2)} ${control} ${round(x + step)} ${round(y + swing * (random() - 0.5))}`;
  }
  return path(`${line} L${WIDTH} ${floor} L0 ${floor} Z`, fill);
}

/** Returns thin bright strokes on water between two heights, wider towards the viewer. */
export function ripples(
  random: () => number,
  top: number,
  bottom: number,
  fill: string,
  count: number,
): string {
  const strokes = Array.from({ length: count }, () => {
    const depth = random() ** 1.4;
    const width = 30 + depth * 260 * random();
    const y = top + depth * (bottom - top);
    return `<rect x="${round(random() * WIDTH - width / 2)}" y="${round(y)}" width="${round(width)}" height="${round(1 + depth * 4)}" rx="2" opacity="${round(0.08 + random() * 0.28)}"/>`;
  });
  return `<g fill="${fill}">${strokes.join('')}</g>`;
}

/**
 * Returns a generator of numbers from 0 to 1 that are the same at every run, so that a drawing never changes.
 * Mulberry32, a public-domain generator by Tommy Ettinger.
 */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Rounds to two decimals, which is finer than a pixel. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Colours of cloth and of books. */
export const CLOTHS = ['#d1493f', '#e8a33d', '#2f7f79', '#f0e2c0', '#3f5f9a', '#c9743b', '#8f3f5f'];
