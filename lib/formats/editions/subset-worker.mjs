import { parentPort, workerData } from 'node:worker_threads';
import subsetFont from 'subset-font';

/*
 * Reduces fonts to the characters in use, in a thread of its own: it takes a third of a second for Khmer, in
 * which the process must keep answering readers. HarfBuzz keeps every glyph that the characters can form
 * together (subscripts, ligatures) and all shaping rules.
 */

const cut = [];
const { faces, format } = workerData;
for (const { font, characters, weights } of faces) {
  const variationAxes = weights ? { wght: weights } : undefined;
  cut.push(await subsetFont(Buffer.from(font), characters, { targetFormat: format, variationAxes }));
}
parentPort?.postMessage(cut);
