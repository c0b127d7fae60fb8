import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { UploadQueue } from '@/components/uploads/upload-queue';
import type { MediaFacts } from '@/lib/media/media-facts';
import type { PastedPicture } from '../paste/report';
import { blocksOf, joinGroup, type PictureWords, together } from './figures';
import { type IncomingGroup, type IncomingPicture, isUnderWay, newGroup, stateOf } from './incoming-group';
import type { PictureSource } from './picture-source';
import { type Place, Places, roomAt } from './places';

interface IncomingHooks {
  onTaken: (media: MediaFacts) => void;
  /** Told once of each pasted picture in reach that could not be had. */
  onMissed: () => void;
}

const NO_WORDS: PictureWords = { alt: '', caption: '', credit: '' };

/**
 * Pictures on their way into the text. Each stands at its place at once; when all of its group are in
 * the library, they go into the text together and in order. What failed keeps its place, until it is
 * tried again or left out.
 */
export class IncomingPictures {
  readonly places = new Places((groupId) => this.forget(groupId));
  private groups: readonly IncomingGroup[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly told = new Set<number>();
  private lastId = 0;

  constructor(
    readonly queue: UploadQueue<PictureSource>,
    private readonly hooks: IncomingHooks,
  ) {
    queue.subscribe(() => this.review());
  }

  /** The groups as they are now; another array whenever something changed. */
  readonly snapshot = (): readonly IncomingGroup[] => this.groups;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes files of the author's in, at a position of the text or at the selection. */
  takeFiles(files: File[], at?: number): void {
    const isPicture = ({ type }: File) => !/^(audio|video)\//.test(type);
    const groups = [
      ...together(files.filter(isPicture)),
      ...files.filter((file) => !isPicture(file)).map((file) => [file]),
    ];
    for (const group of groups) {
      const begun = this.begin(
        group.map((file) => this.ofFile(file)),
        false,
      );
      this.places.keep({ id: begun.id, element: begun.element, isOfPaste: false }, at);
    }
  }

  /** Begins with the pictures of one place of a paste. */
  takePasted(pictures: PastedPicture[], at: number): Place {
    const begun = this.begin(
      pictures.map((picture) => this.ofPaste(picture)),
      true,
    );
    // The place is not in the text yet: what lies out of reach is looked at once it is.
    queueMicrotask(() => this.review());
    return { id: begun.id, at, element: begun.element, isOfPaste: true };
  }

  /** Tries a picture again that failed. */
  retry(picture: IncomingPicture): void {
    if (picture.lineId !== null) this.queue.retry(picture.lineId);
  }

  /** Takes a file in place of a picture that could not be had. */
  addByHand(picture: IncomingPicture, file: File): void {
    this.release(picture);
    Object.assign(picture, { name: file.name, preview: previewOf(file) });
    picture.lineId = this.send(picture, file);
    this.changed();
  }

  /** Stops a picture, or gives up one that failed. */
  leave(group: IncomingGroup, picture: IncomingPicture): void {
    group.pictures = group.pictures.filter((other) => other !== picture);
    this.release(picture);
    this.review();
  }

  private begin(pictures: IncomingPicture[], isOfPaste: boolean): IncomingGroup {
    this.lastId += 1;
    const group = newGroup(this.lastId, pictures, isOfPaste);
    this.groups = [...this.groups, group];
    this.changed();
    return group;
  }

  private ofFile(file: File): IncomingPicture {
    const picture = this.pictureOf(file.name, previewOf(file), NO_WORDS);
    picture.lineId = this.send(picture, file);
    return picture;
  }

  private ofPaste({ address, alt, caption, credit }: PastedPicture): IncomingPicture {
    const isInClipboard = address !== null && !/^https?:/i.test(address);
    const name = address && !isInClipboard ? nameIn(address) : '';
    const picture = this.pictureOf(alt || name, isInClipboard ? address : null, { alt, caption, credit });
    if (address !== null) picture.lineId = this.send(picture, { name: name || 'pasted', address });
    return picture;
  }

  private pictureOf(name: string, preview: string | null, words: PictureWords): IncomingPicture {
    this.lastId += 1;
    return { id: this.lastId, name, preview, words, lineId: null, taken: null };
  }

  private send(picture: IncomingPicture, source: PictureSource): number {
    return this.queue.add(source, {
      onDone: (media) => {
        picture.taken = media;
        this.hooks.onTaken(media);
        this.review();
      },
    });
  }

  /** Settles every group of which nothing is under way any more. */
  private review(): void {
    for (const group of this.groups) {
      const states = group.pictures.map((picture) => stateOf(picture, this.queue.snapshot()));
      if (!states.some(isUnderWay)) this.settle(group);
    }
    this.changed();
  }

  private settle(group: IncomingGroup): void {
    const ready = group.pictures.filter(({ taken }) => taken);
    const failed = group.pictures.filter(({ taken }) => !taken);
    const missed = group.isOfPaste ? failed.filter(({ id }) => !this.told.has(id)) : [];
    if (ready.length + missed.length === 0 && failed.length > 0) return;
    group.pictures = failed;
    if (failed.length === 0) this.groups = this.groups.filter((other) => other !== group);
    this.places.settle(group.id, (transaction, at) => {
      const after = putIn(transaction, at, group, ready);
      insertAt(transaction, after, wordsOf(transaction, missed));
      return failed.length > 0 ? after : null;
    });
    for (const picture of missed) this.miss(picture);
    for (const picture of ready) this.release(picture);
  }

  /** The words of a picture that could not be had are in the text by now. */
  private miss(picture: IncomingPicture): void {
    this.told.add(picture.id);
    picture.words = NO_WORDS;
    if (picture.lineId !== null) this.hooks.onMissed();
  }

  /** The text around a place was deleted, and what it waited for with it. */
  private forget(groupId: number): void {
    const group = this.groups.find(({ id }) => id === groupId);
    if (!group) return;
    this.groups = this.groups.filter((other) => other !== group);
    for (const picture of group.pictures) this.release(picture);
    this.changed();
  }

  private release({ lineId, preview }: IncomingPicture): void {
    if (preview?.startsWith('blob:')) URL.revokeObjectURL(preview);
    if (lineId !== null) this.queue.leave(lineId);
  }

  private changed(): void {
    this.groups = [...this.groups];
    for (const listener of this.listeners) listener();
  }
}

/** Puts what is ready into the text, to the others of its group when they are there. @returns the position after it. */
function putIn(transaction: Transaction, at: number, group: IncomingGroup, ready: IncomingPicture[]): number {
  for (const { id, taken } of ready) group.order[group.ranks.get(id) ?? 0] = taken?.id ?? null;
  const rank = (mediaId: string) => {
    const found = group.order.indexOf(mediaId);
    return found < 0 ? undefined : found;
  };
  let end = at;
  const apart = ready.flatMap(({ taken, words }) => {
    if (!taken) return [];
    const before = transaction.doc.content.size;
    const isIn = joinGroup(transaction, end, { media: taken, words }, rank);
    end += transaction.doc.content.size - before;
    return isIn ? [] : [{ media: taken, words }];
  });
  return insertAt(transaction, end, blocksOf(transaction.doc.type.schema, apart));
}

/** Inserts blocks at the nearest place that can hold them. @returns the position after them. */
function insertAt(transaction: Transaction, at: number, blocks: Node[]): number {
  const [first] = blocks;
  if (!first) return at;
  const from = roomAt(transaction.doc, at, first.type);
  transaction.insert(from, blocks);
  return from + blocks.reduce((size, { nodeSize }) => size + nodeSize, 0);
}

/** The words under pictures that could not be had stay in the text. */
function wordsOf({ doc }: Transaction, missed: IncomingPicture[]): Node[] {
  return missed.flatMap(({ words: { caption, credit } }) => {
    const text = `${caption} ${credit}`.trim();
    if (!text) return [];
    return [doc.type.schema.nodeFromJSON({ type: 'paragraph', content: [{ type: 'text', text }] })];
  });
}

function previewOf(file: File): string | null {
  return file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
}

function nameIn(address: string): string {
  return URL.canParse(address) ? (new URL(address).pathname.split('/').at(-1) ?? '') : '';
}
