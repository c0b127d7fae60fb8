import type { UploadQueue } from '@/components/desk/uploads/upload-queue';
import type { PictureWords } from '@/components/editor/ground/editor-types';
import type { PastedPicture } from '@/lib/cleaning/report';
import type { MediaFacts } from '@/lib/document/media-facts';
import { asGalleries } from './figures';
import { type IncomingGroup, type IncomingPicture, isUploading, newGroup, stateOf } from './incoming-group';
import { insertUploads, putWordsIn } from './insert-uploads';
import type { PictureSource } from './picture-source';
import { type Place, Places } from './places';

interface IncomingHooks {
  onTaken: (media: MediaFacts) => void;
  /** Called once for each pasted picture with an address that could not be fetched. */
  onMissed: () => void;
}

const NO_WORDS: PictureWords = { alt: '', caption: '', credit: '' };

/**
 * Manages pictures that are being uploaded into the text. Each shows at its place immediately. When all of a group
 * are in the library, they are inserted together and in order. A failed one keeps its place until it is retried or
 * skipped.
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

  /** Returns the current groups; a new array after every change. */
  readonly snapshot = (): readonly IncomingGroup[] => this.groups;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Uploads the author's files, at a position of the text or at the selection.
   * @param isAwaited the author chose the files and waits: the result is selected unless something else was done
   * in the meantime.
   */
  takeFiles(files: File[], at?: number, isAwaited = false): void {
    const isPicture = ({ type }: File) => !/^(audio|video)\//.test(type);
    const groups = [
      ...asGalleries(files.filter(isPicture)),
      ...files.filter((file) => !isPicture(file)).map((file) => [file]),
    ];
    for (const group of groups) {
      const begun = this.begin(
        group.map((file) => this.ofFile(file)),
        false,
      );
      this.places.keep({ id: begun.id, element: begun.element, isOfPaste: false, isAwaited }, at);
    }
  }

  /** Starts the uploads for one place of a paste. */
  takePasted(pictures: PastedPicture[], at: number): Place {
    const begun = this.begin(
      pictures.map((picture) => this.ofPaste(picture)),
      true,
    );
    // The place is not in the text yet: pictures that cannot be fetched are handled once it is.
    queueMicrotask(() => this.review());
    return { id: begun.id, at, element: begun.element, isOfPaste: true };
  }

  /** Retries a failed picture. */
  retry(picture: IncomingPicture): void {
    if (picture.lineId !== null) this.queue.retry(picture.lineId);
  }

  /** Uploads a file in place of a picture that could not be fetched. */
  addByHand(picture: IncomingPicture, file: File): void {
    this.release(picture);
    Object.assign(picture, { name: file.name, preview: previewOf(file) });
    picture.lineId = this.send(picture, file);
    this.changed();
  }

  /** Cancels a picture, or discards a failed one. */
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

  /** Settles every group that has no running upload. */
  private review(): void {
    for (const group of this.groups) {
      const states = group.pictures.map((picture) => stateOf(picture, this.queue.snapshot()));
      if (!states.some(isUploading)) this.settle(group);
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
      const after = insertUploads(transaction, at, group, ready);
      putWordsIn(transaction, after, missed);
      return failed.length > 0 ? after : null;
    });
    for (const picture of missed) this.miss(picture);
    for (const picture of ready) this.release(picture);
  }

  /** Records a picture that could not be fetched; its words are already in the text. */
  private miss(picture: IncomingPicture): void {
    this.told.add(picture.id);
    picture.words = NO_WORDS;
    if (picture.lineId !== null) this.hooks.onMissed();
  }

  /** Discards a group when the text around its place was deleted. */
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

function previewOf(file: File): string | null {
  return file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
}

function nameIn(address: string): string {
  return URL.canParse(address) ? (new URL(address).pathname.split('/').at(-1) ?? '') : '';
}
