/** How a typeface calls itself, and how much larger its letters are than those of the original. */
interface Renaming {
  fullName: string;
  postScriptName: string;
  scale: number;
}

const TABLES_AT = 12;
const RECORD_BYTES = 16;
const UNITS_PER_EM_AT = 18;
const WINDOWS_UNICODE = [3, 1, 0x409] as const;
const FAMILY = 1;
const STYLE = 2;
const FULL_NAME = 4;
const POSTSCRIPT_NAME = 6;

/**
 * Makes a typeface of another name and width from one that we have, for tests of typefaces that only other systems
 * have: browsers find a system's typeface by its names. The outlines and the rules of shaping stay.
 * @param font a TrueType file with one face.
 * @see https://learn.microsoft.com/en-us/typography/opentype/spec/otff
 */
export function renamedTypeface(font: Buffer, { fullName, postScriptName, scale }: Renaming): Buffer {
  const tables = tablesOf(font);
  tables.set(
    'name',
    nameTable([
      [FAMILY, fullName],
      [STYLE, 'Regular'],
      [FULL_NAME, fullName],
      [POSTSCRIPT_NAME, postScriptName],
    ]),
  );
  const head = Buffer.from(tables.get('head') ?? '');
  // The same outlines in a smaller square are larger letters.
  head.writeUInt16BE(Math.round(head.readUInt16BE(UNITS_PER_EM_AT) / scale), UNITS_PER_EM_AT);
  tables.set('head', head);
  return written(font.subarray(0, TABLES_AT), tables);
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = TABLES_AT + index * RECORD_BYTES;
    const start = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12)));
  }
  return tables;
}

/** @see https://learn.microsoft.com/en-us/typography/opentype/spec/name */
function nameTable(names: [id: number, name: string][]): Buffer {
  const records: number[][] = [];
  const texts: Buffer[] = [];
  let offset = 0;
  for (const [id, name] of names) {
    const text = Buffer.from(name, 'utf16le').swap16();
    records.push([...WINDOWS_UNICODE, id, text.length, offset]);
    texts.push(text);
    offset += text.length;
  }
  const numbers = [0, names.length, 6 + names.length * 12, ...records.flat()];
  const beginning = Buffer.alloc(numbers.length * 2);
  for (const [index, number] of numbers.entries()) beginning.writeUInt16BE(number, index * 2);
  return Buffer.concat([beginning, ...texts]);
}

/** Checksums are left out: no reader of fonts that we use compares them. */
function written(beginning: Buffer, tables: Map<string, Buffer>): Buffer {
  const records = Buffer.alloc(tables.size * RECORD_BYTES);
  const contents: Buffer[] = [];
  let offset = TABLES_AT + records.length;
  for (const [index, [tag, table]] of [...tables].entries()) {
    const at = index * RECORD_BYTES;
    records.write(tag, at, 'latin1');
    records.writeUInt32BE(offset, at + 8);
    records.writeUInt32BE(table.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    contents.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([beginning, records, ...contents]);
}
