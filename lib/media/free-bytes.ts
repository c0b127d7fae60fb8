/**
 * Gives the memory of bytes back at once; they are empty then. Garbage is collected seldom, and until then the files of
 * one picture would take memory beside those of the next. Bytes that share their memory with others keep it.
 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/ArrayBuffer/transfer
 */
export function freeBytes({ buffer, length }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === length) buffer.transfer(0);
}
