import { parentPort, workerData } from 'node:worker_threads';
import subsetFont from 'subset-font';

/*
 * Cuts fonts down to the characters that are used, in a thread of its own: it takes a third of a
 * second for Khmer, in which the process must go on answering readers. HarfBuzz keeps every glyph
 * that the characters can become together (subscripts, ligatures) and all rules of shaping.
 */

const cut = [];
const { faces, format } = workerData;
for (const { font, characters, weights } of faces) {
  const variationAxes = weights ? { wght: weights } : undefined;
  cut.push(await subsetFont(Buffer.from(font), characters, { targetFormat: format, variationAxes }));
}
parentPort?.postMessage(cut);
