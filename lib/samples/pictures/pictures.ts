import sharp from 'sharp';
import { fruitCrates, marketMorning } from './market';
import { lanternNight, libraryNight } from './night';
import { ferryLanding, riverDusk } from './river';

const JPEG_QUALITY = 88;
/** Wide enough for a page, and quick to encode at the first start. */
const PICTURE_WIDTH_PX = 1200;

interface SamplePicture {
  draw: () => string;
  alt: string;
  caption: string;
  credit: string;
}

const CREDIT = 'Drawing: Broadside';

/** The pictures of the samples, all drawn by this program, with the words about them. */
export const samplePictures = {
  riverDusk: {
    draw: riverDusk,
    alt: 'A small ferry with lit windows crosses a wide river under a low orange sun.',
    caption: 'The evening crossing, seen from the left bank.',
    credit: CREDIT,
  },
  ferryLanding: {
    draw: ferryLanding,
    alt: 'Two long boats lie beside a wooden jetty on a pale, misty river.',
    caption: 'The old landing, where the agreement was read aloud.',
    credit: 'Jun Castellane / The Delta Courier',
  },
  lanternNight: {
    draw: lanternNight,
    alt: 'Fifteen small boats with lamps on dark water under the stars.',
    caption: 'Lamps below the ice house.',
    credit: 'Jun Castellane / The Delta Courier',
  },
  marketMorning: {
    draw: marketMorning,
    alt: 'Rows of coloured awnings over market stalls in yellow morning light.',
    caption: 'Sails, rice sacks and a wedding canopy: the roof of the second afternoon.',
    credit: CREDIT,
  },
  fruitCrates: {
    draw: fruitCrates,
    alt: 'Eight wooden crates of bright round fruit, seen from above.',
    caption: 'Fruit keeps a day longer under cloth, the sellers say.',
    credit: CREDIT,
  },
  libraryNight: {
    draw: libraryNight,
    alt: 'A library at night: five tall lit windows with bookshelves behind them.',
    caption: 'What five more lit windows would look like.',
    credit: CREDIT,
  },
} satisfies Record<string, SamplePicture>;

export type PictureName = keyof typeof samplePictures;

/** The names of all pictures. */
export const pictureNames = Object.keys(samplePictures) as PictureName[];

/** Draws a picture and returns the bytes of a JPEG file of 1200 by 750 pixels. */
export function drawPicture(name: PictureName): Promise<Buffer> {
  return sharp(Buffer.from(samplePictures[name].draw()))
    .resize({ width: PICTURE_WIDTH_PX })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}
