import sharp from 'sharp';
import type { Db } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { describeMedia } from '@/lib/media/manage-media';
import { uploadMedia } from '@/lib/media/upload-media';

const BACKGROUNDS = ['#c9b79c', '#9fb3a8', '#b9a3ad'];

/** A picture of this name and size, in pixels. */
interface Drawn {
  name: string;
  widthPx: number;
  heightPx: number;
  /** Which of the backgrounds it has. */
  colour: number;
  alt: string;
}

/** Uploads a drawing of a person: in a square the portrait of an author, and high the picture of a post. */
export async function uploadPerson(db: Db, drawn: Drawn, mediaDir: string, now: number): Promise<string> {
  const { name, widthPx, heightPx, colour, alt } = drawn;
  const [x, size] = [widthPx / 2, widthPx];
  const y = heightPx - size * 0.5;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <rect width="100%" height="100%" fill="${BACKGROUNDS[colour % BACKGROUNDS.length]}"/>
    <ellipse cx="${x}" cy="${heightPx + size * 0.1}" rx="${size * 0.42}" ry="${size * 0.38}" fill="#4a4038"/>
    <circle cx="${x}" cy="${y - size * 0.06}" r="${size * 0.21}" fill="#7a5640"/>
    <path d="M ${x - size * 0.23} ${y - size * 0.04} a ${size * 0.23} ${size * 0.25} 0 0 1 ${size * 0.46} 0 q ${-size * 0.23} ${-size * 0.16} ${-size * 0.46} 0" fill="#231d1a"/>
  </svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
  const context = { actor: OPERATOR, now, mediaDir };
  const { mediaId } = requireValue(await uploadMedia(db, { bytes, originalName: `${name}.jpg` }, context));
  requireValue(describeMedia(db, { mediaId, alt, caption: '', credit: 'Drawing: Broadside' }, context));
  return mediaId;
}
