import type { media } from '@/db/schema';
import { emptyWriting } from '@/lib/posts/fields';
import { bodyOf } from './factories';

export const NOW = Date.UTC(2026, 0, 5);

/** Who acts, and on whose post: the second account's own draft, or the owner's. */
export type Doer = 'owner' | 'author, own draft' | 'author, other’s' | 'operator' | 'scheduler' | 'visitor';
export const DOERS: Doer[] = [
  'owner',
  'author, own draft',
  'author, other’s',
  'operator',
  'scheduler',
  'visitor',
];

const IN_CHARGE: Doer[] = ['owner', 'operator'];
const WRITERS: Doer[] = [...IN_CHARGE, 'author, own draft'];
const BEGINNERS: Doer[] = [...WRITERS, 'author, other’s'];
const ACCOUNTS: Doer[] = ['owner', 'author, own draft', 'author, other’s'];

export interface World {
  postId: number;
  topicId: number;
  authorId: number;
  seriesId: number;
}

/** Who may run each command, and on what. A command that is missing here fails the test. */
export const TABLE: Record<string, [allowed: Doer[], input: (world: World) => unknown, prepare?: State]> = {
  changePassphrase: [ACCOUNTS, () => ({ passphraseHash: 'hash' })],
  changeDetails: [ACCOUNTS, () => ({ name: 'Dara', email: 'dara@example.org' })],
  revokeSession: [ACCOUNTS, () => ({ tokenHash: 'none' })],
  addPasskey: [
    ACCOUNTS,
    () => ({
      passkey: { id: 'one', publicKey: 'key', counter: 0, transports: [], name: 'Firefox' },
      challenge: 'one',
    }),
  ],
  removePasskey: [ACCOUNTS, () => ({ id: 'none' })],
  confirmSession: [ACCOUNTS, () => ({ tokenHash: 'none' })],
  revokeOtherSessions: [ACCOUNTS, () => ({ keepToken: '' })],
  setUserLanguage: [ACCOUNTS, () => ({ language: 'km' })],
  saveView: [ACCOUNTS, () => ({ name: 'Drafts', query: 'status=draft' })],
  renameView: [ACCOUNTS, () => ({ viewId: 1, name: 'Drafts' })],
  deleteView: [ACCOUNTS, () => ({ viewId: 1 })],
  claimOwner: [['operator'], () => ({ ...OWNER, token: null }), 'ownerless'],
  retryJob: [IN_CHARGE, () => ({ id: 1 })],
  confirmClock: [IN_CHARGE, () => ({})],
  dismissJob: [IN_CHARGE, () => ({ id: 1 })],
  resetOwner: [['operator'], () => ({ passphraseHash: 'hash', email: null })],
  leaveReservedSlug: [['operator'], ({ postId }) => ({ postId })],

  createPost: [BEGINNERS, () => ({})],
  saveAsNew: [BEGINNERS, () => ({ language: 'en', writing: writing() })],
  beginFromTemplate: [BEGINNERS, () => ({ templateId: 1 })],
  createSnippet: [BEGINNERS, () => ({ name: 'Farewell', language: 'en', body: bodyOf('Yours') })],
  uploadMedia: [BEGINNERS, () => mediaRow('two')],

  saveDraft: [WRITERS, ({ postId }) => ({ postId, version: 2, writing: writing() })],
  restoreDraft: [WRITERS, onDraft({ text: { kind: 'restorePoint', id: 1 } })],
  keepDraft: [WRITERS, onDraft({ name: 'Before the cuts' })],
  nameRestorePoint: [WRITERS, onPostWith({ restorePointId: 1, name: 'First' })],
  duplicatePost: [WRITERS, onPostWith({})],
  setWritingGoal: [WRITERS, onPostWith({ goal: 800 })],
  createTemplate: [WRITERS, onPostWith({ name: 'Letter' })],
  changeLanguage: [WRITERS, onPostWith({ language: 'km' })],
  binPost: [WRITERS, onPostWith({})],
  restoreFromBin: [WRITERS, onPostWith({}), 'binned'],
  changePosts: [WRITERS, ({ postId }) => ({ changes: [{ kind: 'bin', postIds: [postId] }] })],

  publishPost: [IN_CHARGE, onDraft({})],
  publishUnlisted: [IN_CHARGE, onDraft({})],
  publishCorrected: [IN_CHARGE, onDraft({ note: 'It was a bridge.' }), 'published'],
  schedulePost: [IN_CHARGE, onDraft({ at: NOW + 1000 })],
  reschedulePost: [IN_CHARGE, onPostWith({ from: NOW - 1, at: NOW + 1000 }), 'scheduled'],
  unschedulePost: [IN_CHARGE, onPostWith({}), 'scheduled'],
  unlistPost: [IN_CHARGE, onPostWith({}), 'published'],
  relistPost: [IN_CHARGE, onPostWith({}), 'unlisted'],
  pinPost: [IN_CHARGE, onPostWith({ until: null }), 'published'],
  pickPost: [IN_CHARGE, onPostWith({}), 'published'],
  leaveFrontPlace: [IN_CHARGE, onPostWith({}), 'published'],
  endPin: [['scheduler'], onPostWith({}), 'published'],
  withdrawPost: [IN_CHARGE, onPostWith({}), 'published'],
  correctPost: [IN_CHARGE, onPostWith({ note: 'It was a bridge.' }), 'published'],
  changeSlug: [IN_CHARGE, onPostWith({ slug: 'the-bridge' })],
  datePost: [IN_CHARGE, onPostWith({ publishedAt: 5 })],
  setRepublishing: [IN_CHARGE, onPostWith({ republishing: 'yes' })],
  linkTranslation: [IN_CHARGE, onPostWith({ translationOfPostId: null })],
  createPreviewLink: [IN_CHARGE, onPostWith({ days: 7 })],
  revokePreviewLink: [IN_CHARGE, onPostWith({ id: 'link' })],
  revokePreviewLinks: [IN_CHARGE, () => ({})],
  putIntoSeries: [IN_CHARGE, ({ postId, seriesId }) => ({ postId, seriesId })],
  takeOutOfSeries: [IN_CHARGE, onPostWith({})],
  movePart: [IN_CHARGE, onPostWith({ by: 1 }), 'inSeries'],
  publishScheduled: [['scheduler'], onPostWith({}), 'scheduled'],
  purgePost: [[...IN_CHARGE, 'scheduler'], onPostWith({}), 'binned'],
  purgePosts: [[...IN_CHARGE, 'scheduler'], ({ postId }) => ({ postIds: [postId] }), 'binned'],

  renameTemplate: [IN_CHARGE, () => ({ templateId: 1, name: 'Letter' })],
  deleteTemplate: [IN_CHARGE, () => ({ templateId: 1 })],
  changeSnippet: [IN_CHARGE, () => ({ snippetId: 1, name: 'Farewell', language: null })],
  deleteSnippet: [IN_CHARGE, () => ({ snippetId: 1 })],
  describeMedia: [IN_CHARGE, () => ({ mediaId: 'one', alt: 'A', caption: '', credit: '' })],
  rememberWords: [IN_CHARGE, () => ({ mediaId: 'one', words: WORDS, before: WORDS })],
  replaceMedia: [IN_CHARGE, () => ({ mediaId: 'one', row: { sha256: 'three' } })],
  editPicture: [IN_CHARGE, () => ({ mediaId: 'one', sha256: 'one', changes: { focusX: 40 } })],
  forgetFileName: [IN_CHARGE, () => ({ mediaId: 'one' })],
  deleteMedia: [IN_CHARGE, () => ({ mediaId: 'one' })],
  createAuthor: [IN_CHARGE, () => ({ name: { en: 'Dara' }, biography: {} })],
  updateAuthor: [IN_CHARGE, ({ authorId: id }) => ({ id, name: { en: 'Dara' }, biography: {} })],
  deleteAuthor: [IN_CHARGE, ({ authorId: id }) => ({ id })],
  createTopic: [IN_CHARGE, () => ({ name: { en: 'Rivers' }, description: {} })],
  updateTopic: [IN_CHARGE, ({ topicId: id }) => ({ id, name: { en: 'Rivers' }, description: {} })],
  deleteTopic: [IN_CHARGE, ({ topicId: id }) => ({ id })],
  createSeries: [IN_CHARGE, () => ({ name: { en: 'Bridges' }, description: {} })],
  updateSeries: [IN_CHARGE, ({ seriesId: id }) => ({ id, name: { en: 'Bridges' }, description: {} })],
  deleteSeries: [IN_CHARGE, ({ seriesId: id }) => ({ id })],
  updateSite: [IN_CHARGE, () => SETTINGS],
  removeSamples: [IN_CHARGE, () => ({})],
  requestBackup: [IN_CHARGE, () => ({})],
  backUp: [IN_CHARGE, () => ({ folder: '/backups/one' })],
};

const WORDS = { alt: 'A bridge', caption: '', credit: '' };
const SETTINGS = {
  name: { en: 'The Lamp' },
  tagline: {},
  languages: ['en'],
  timeZone: 'UTC',
  hasOwnDigits: true,
  hasWholePosts: false,
  navigation: [],
};
const OWNER = { email: 'o@example.org', name: 'O', publicationName: 'The Lamp', passphraseHash: 'hash' };

/** The state of a post before a command can be tried on it; by default a draft. */
export type State = 'binned' | 'scheduled' | 'published' | 'unlisted' | 'inSeries' | 'ownerless';

/** Returns a row of the library that no post uses. */
export function mediaRow(id: string): typeof media.$inferInsert {
  const facts = { originalName: 'a.png', mime: 'image/png', widthPx: 9, heightPx: 9, bytes: 9 };
  return { id, sha256: id, ...facts, renditions: [], createdAt: NOW };
}

function writing() {
  return { ...emptyWriting(), headline: 'The bridge, again' };
}

function onPostWith(input: object) {
  return ({ postId }: World) => ({ postId, ...input });
}

function onDraft(input: object) {
  return onPostWith({ draftVersion: 2, ...input });
}
