import { type QuoteType, Tokenizer } from 'htmlparser2';

/** The title and the `<meta>` contents of a page. */
export interface HeadWords {
  title: string;
  /** The first content for each name or property, in lower case. */
  named: ReadonlyMap<string, string>;
}

/** Only the head is read, and it comes early; some pages are megabytes long. */
export const MAX_HEAD_BYTES = 600_000;
/** A newspaper's head has some 200 tags and 600 attributes. */
const MOST_TAGS = 5000;
const MOST_ATTRIBUTES = 20_000;
const LONGEST_TIME_MS = 1000;
/** For one title or one attribute: no more is shown anywhere. */
const LONGEST_VALUE = 4000;
const KEPT_ATTRIBUTES = ['name', 'property', 'content'];

/**
 * Parses the head of an untrusted page. It stops at the end of the head, at the body, or at a limit of
 * characters, tags, attributes or time, and keeps what it has read. The work is linear in the length: the
 * tokenizer reads each character once, and no tree is built that nested tags could exploit.
 * @param now the clock, in milliseconds.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export function readHead(html: string, now = () => performance.now()): HeadWords {
  const reader = new HeadReader(html.slice(0, MAX_HEAD_BYTES), now);
  reader.read();
  return reader;
}

/** Receives each tag, attribute and text from the tokenizer. */
class HeadReader implements HeadWords {
  title = '';
  readonly named = new Map<string, string>();
  private readonly tokenizer = new Tokenizer({ decodeEntities: true }, this);
  private readonly endAt: number;
  private tags = 0;
  private attributes = 0;
  private tag = '';
  private attribute = '';
  private values: Record<string, string> = {};
  private isTitleOver = false;

  constructor(
    private readonly html: string,
    private readonly now: () => number,
  ) {
    this.endAt = now() + LONGEST_TIME_MS;
  }

  read(): void {
    this.tokenizer.write(this.html);
    this.tokenizer.end();
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.wordAt(start, end);
    this.values = {};
    this.tags += 1;
    if (this.tag === 'body' || this.tags > MOST_TAGS) this.stop();
    this.stopWhenLate();
  }

  onattribname(start: number, end: number): void {
    const name = this.tag === 'meta' ? this.wordAt(start, end) : '';
    // The first of two attributes with the same name counts, as in browsers.
    this.attribute = KEPT_ATTRIBUTES.includes(name) && this.values[name] === undefined ? name : '';
    if (this.attribute) this.values[this.attribute] = '';
    this.attributes += 1;
    if (this.attributes > MOST_ATTRIBUTES) this.stop();
    this.stopWhenLate();
  }

  onattribdata(start: number, end: number): void {
    this.addToValue(this.textAt(start, end));
  }

  onattribentity(codePoint: number): void {
    this.addToValue(String.fromCodePoint(codePoint));
  }

  onattribend(_quote: QuoteType, _end: number): void {
    this.attribute = '';
  }

  onopentagend(): void {
    if (this.tag !== 'meta') return;
    const words = plain(this.values.content ?? '');
    for (const name of [this.values.property, this.values.name].map((key) => key?.trim().toLowerCase()))
      if (name && words && !this.named.has(name)) this.named.set(name, words);
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const tag = this.wordAt(start, end);
    if (tag === 'title') this.endTitle();
    if (tag === 'head') this.stop();
    this.tag = '';
    this.stopWhenLate();
  }

  ontext(start: number, end: number): void {
    this.addToTitle(this.textAt(start, end));
  }

  ontextentity(codePoint: number): void {
    this.addToTitle(String.fromCodePoint(codePoint));
  }

  onend(): void {
    this.endTitle();
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  private addToTitle(text: string): void {
    if (this.tag === 'title' && !this.isTitleOver && this.title.length < LONGEST_VALUE) this.title += text;
  }

  private addToValue(text: string): void {
    const before = this.attribute ? (this.values[this.attribute] ?? '') : null;
    if (before !== null && before.length < LONGEST_VALUE) this.values[this.attribute] = before + text;
  }

  private endTitle(): void {
    this.title = plain(this.title);
    this.isTitleOver ||= this.title !== '';
  }

  /** No name that we look for is longer than this. */
  private wordAt(start: number, end: number): string {
    return this.html.slice(start, Math.min(end, start + 20)).toLowerCase();
  }

  private textAt(start: number, end: number): string {
    return this.html.slice(start, Math.min(end, start + LONGEST_VALUE));
  }

  private stop(): void {
    this.tokenizer.pause();
  }

  private stopWhenLate(): void {
    if (this.now() > this.endAt) this.stop();
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
