import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { bodyText } from '@/lib/document/text';
import { khmerWords } from '@/lib/language/khmer-words';
import { samplePosts } from '@/lib/samples/content/samples';

const OURS = {
  khmer: 'app/(reader)/fonts/reading-khmer.woff2',
  latin: 'app/(reader)/fonts/reading-roman.woff2',
} as const;
const LANGUAGES = { khmer: 'km', latin: 'en' } as const;
const WEIGHTS = [400, 700] as const;
const SIZE_PX = 1000;

/** The letters of a typeface that are measured. */
export type Script = keyof typeof OURS;

/** The figures of one `@font-face` rule, in per cent, and how far its words still differ from ours. */
interface Figures {
  weight: number;
  sizeAdjust: number;
  ascent: number;
  descent: number;
  spread: number;
}

/**
 * Measures typefaces against ours, for the rules in `faces.css` that stand in until ours has loaded: how much larger
 * or smaller their words must be to be as wide as the same words in ours, and which heights they then need.
 * @param folder of typefaces, as TrueType or WOFF2 files; a bold face is measured in a file of its own.
 * @returns a line for each file and weight.
 */
export async function measureStandIns(browser: Browser, folder: string, script: Script): Promise<string[]> {
  const files = readdirSync(folder).filter((file) => /\.(?:ttf|otf|woff2)$/i.test(file));
  const page = await browser.newPage();
  const words = sampleWords(script);
  const lines: string[] = [];
  for (const file of files.sort()) {
    await page.setContent(faceRule('ours', readFileSync(OURS[script])));
    await page.addStyleTag({ content: ruleOf('other', readFileSync(join(folder, file)), '400') });
    for (const weight of WEIGHTS) lines.push(lineOf(file, await figuresOf(page, weight, words)));
  }
  await page.close();
  return lines;
}

function faceRule(family: string, font: Buffer): string {
  return `<style>${ruleOf(family, font, '400 800')}</style>`;
}

/** A regular face is also asked for bold words, as the system does for a typeface without a bold one. */
function ruleOf(family: string, font: Buffer, weights: string): string {
  return `@font-face{font-family:${family};font-weight:${weights};src:url(data:font/ttf;base64,${font.toString('base64')})}`;
}

/** Returns the words of the samples in the language of a script. */
function sampleWords(script: Script): string[] {
  const words = { alt: '', caption: '', credit: '' };
  const texts = samplePosts
    .filter(({ language }) => language === LANGUAGES[script])
    .map((sample) => bodyText(sample.body((name) => ({ mediaId: name, ...words }))));
  const runs = texts.join(' ').match(script === 'khmer' ? /[\u1780-\u17D3\u17D7]+/g : /[A-Za-z’]+/g) ?? [];
  return script === 'khmer' ? runs.flatMap(khmerWords) : runs;
}

async function figuresOf(page: Page, weight: number, words: string[]): Promise<Figures> {
  const { ours, others, ascent, descent } = await page.evaluate(measureInPage, {
    weight,
    words,
    size: SIZE_PX,
  });
  const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0);
  const ratio = sum(ours) / sum(others);
  const differences = others.map((width, index) => Math.abs(width * ratio - (ours[index] ?? 0)));
  return {
    weight,
    sizeAdjust: ratio * 100,
    ascent: (ascent / SIZE_PX / ratio) * 100,
    descent: (descent / SIZE_PX / ratio) * 100,
    spread: (sum(differences) / sum(ours)) * 100,
  };
}

/** Runs in the page: measures each word in both typefaces, and the height of ours. */
async function measureInPage({ weight, words, size }: { weight: number; words: string[]; size: number }) {
  await document.fonts.load(`${weight} ${size}px ours`, words[0]);
  await document.fonts.load(`${weight} ${size}px other`, words[0]);
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser draws nothing.');
  context.font = `${weight} ${size}px other`;
  const others = words.map((word) => context.measureText(word).width);
  context.font = `${weight} ${size}px ours`;
  const ours = words.map((word) => context.measureText(word).width);
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText(words[0] ?? '');
  return { ours, others, ascent: fontBoundingBoxAscent, descent: fontBoundingBoxDescent };
}

function lineOf(file: string, { weight, sizeAdjust, ascent, descent, spread }: Figures): string {
  const rule = `size-adjust: ${percent(sizeAdjust)}; ascent-override: ${percent(ascent)}; descent-override: ${percent(descent)}`;
  return `${file} ${weight}: ${rule} (words differ by ${percent(spread)})`;
}

function percent(value: number): string {
  return `${value.toFixed(1)}%`;
}
