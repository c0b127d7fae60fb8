/*
 * H.264 as MP4 stores it: units, each after its length. Encoders, cameras and drones write names, times and
 * places into units and messages that decoders skip.
 * @see https://www.itu.int/rec/T-REC-H.264 (7.4.1, annex D)
 */

/** Slices, parameter sets and delimiters; the rest is filler, or for whatever a program wants. */
const KEPT_UNITS = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 14, 15, 19, 20];
const MESSAGES = 6;
/** Buffering, timing, recovery points, frame packing, orientation, brightness and transfer of the display. */
const KEPT_MESSAGES = [0, 1, 6, 45, 47, 137, 144, 147];
const STOP_BIT = 0x80;

/**
 * Returns a picture's units that decoders need.
 * @param lengthBytes how many bytes state the length of a unit.
 * @throws Error when the units are longer than the picture.
 */
export function neededH264Units(picture: Buffer, lengthBytes: number): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at + lengthBytes < picture.length; ) {
    const start = at + lengthBytes;
    const end = start + picture.readUIntBE(at, lengthBytes);
    if (end > picture.length) throw new Error('A unit is longer than its picture.');
    const unit = neededUnit(picture.subarray(start, end));
    if (unit) {
      const length = Buffer.alloc(lengthBytes);
      length.writeUIntBE(unit.length, 0, lengthBytes);
      kept.push(length, unit);
    }
    at = end;
  }
  return Buffer.concat(kept);
}

function neededUnit(unit: Buffer): Buffer | null {
  const type = (unit[0] ?? 0) & 0x1f;
  if (type === MESSAGES) return neededMessages(unit);
  return KEPT_UNITS.includes(type) ? unit : null;
}

/** Returns a unit of messages with those that decoders need; null when there is none. */
function neededMessages(unit: Buffer): Buffer | null {
  const bytes = withoutEmulationPrevention(unit.subarray(1));
  const kept: Buffer[] = [];
  for (let at = 0; at < bytes.length && bytes[at] !== STOP_BIT; ) {
    const type = numberAt(bytes, at);
    const size = numberAt(bytes, type.end);
    const end = size.end + size.value;
    if (end > bytes.length) break;
    if (KEPT_MESSAGES.includes(type.value)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (kept.length === 0) return null;
  const stop = Buffer.from([STOP_BIT]);
  return Buffer.concat([unit.subarray(0, 1), withEmulationPrevention(Buffer.concat([...kept, stop]))]);
}

/** Reads a number of a message: bytes of 255, and a last one below, are added up. */
function numberAt(bytes: Buffer, start: number): { value: number; end: number } {
  let at = start;
  while (bytes[at] === 0xff) at += 1;
  return { value: (at - start) * 255 + (bytes[at] ?? 0), end: at + 1 };
}

/** Removes the 3 after two zeros, which keeps a unit from looking like the start of another. */
function withoutEmulationPrevention(bytes: Buffer): Buffer {
  let zeros = 0;
  return Buffer.from(
    bytes.filter((byte) => {
      const isInserted = zeros >= 2 && byte === 3;
      zeros = byte === 0 ? zeros + 1 : 0;
      return !isInserted;
    }),
  );
}

function withEmulationPrevention(bytes: Buffer): Buffer {
  const escaped: number[] = [];
  let zeros = 0;
  for (const byte of bytes) {
    if (zeros >= 2 && byte <= 3) {
      escaped.push(3);
      zeros = 0;
    }
    escaped.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(escaped);
}

/** What decoders of H.264 need to begin. */
export interface H264Settings {
  lengthBytes: number;
  /** The record with parameter sets alone. */
  record: Buffer;
}

const SEQUENCE_SET = 7;
const PICTURE_SET = 8;
/** The end of the record in profiles with more colours: their format and depths, and further sets. */
const COLOUR_BYTES = 3;
const PROFILES_WITH_COLOUR = [100, 110, 122, 144];

/**
 * Reads the record of `avcC`, and returns it without anything that is not a parameter set.
 * @throws Error when it is damaged.
 * @see ISO/IEC 14496-15, 5.3.3.1
 */
export function h264Settings(record: Buffer): H264Settings {
  const sequences = setsAt(record, 5, (record[5] ?? 0) & 0x1f, SEQUENCE_SET);
  const pictures = setsAt(record, sequences.end, record[sequences.end] ?? 0, PICTURE_SET);
  const hasColour = PROFILES_WITH_COLOUR.includes(record[1] ?? 0) && record.length >= pictures.end + 4;
  const colour = hasColour
    ? [record.subarray(pictures.end, pictures.end + COLOUR_BYTES), Buffer.alloc(1)]
    : [];
  return {
    lengthBytes: ((record[4] ?? 0) & 3) + 1,
    record: Buffer.concat([
      record.subarray(0, 5),
      Buffer.from([0xe0 | sequences.count]),
      ...sequences.sets,
      Buffer.from([pictures.count]),
      ...pictures.sets,
      ...colour,
    ]),
  };
}

function setsAt(record: Buffer, countAt: number, count: number, type: number) {
  const sets: Buffer[] = [];
  let at = countAt + 1;
  for (let index = 0; index < count; index += 1) {
    const end = at + 2 + record.readUInt16BE(at);
    if (end > record.length) throw new Error('A parameter set is longer than its record.');
    if (((record[at + 2] ?? 0) & 0x1f) === type) sets.push(record.subarray(at, end));
    at = end;
  }
  return { sets, count: sets.length, end: at };
}
