import { formatCount } from '../counts';

const PLURALS = new Intl.PluralRules('en');

/** Formats a count with its noun: `1 minute`, `3 minutes`. */
function counted(count: number, one: string, other: string): string {
  return `${formatCount(count, 'en')} ${PLURALS.select(count) === 'one' ? one : other}`;
}

const alsoUsed = (others: number) =>
  others === 0 ? '' : ` It is also used in ${counted(others, 'other place', 'other places')}.`;

const PICTURES = 'Broadside accepts JPEG, PNG, WebP, AVIF and GIF.';
const RECORDINGS = 'Broadside accepts MP3, M4A, WAV and MP4.';

/**
 * Why something was refused: what happened and what to do, by key. This list defines the keys and the values
 * that each one takes; every other language must have the same.
 */
export const refusalsEn = {
  // Accounts and sessions
  signedOut: 'You are signed out. Sign in again to continue.',
  notAllowed: 'Your account does not allow this.',
  otherSite: 'This request came from another site, so it was refused.',
  wrongSignIn: 'The e-mail address or passphrase is incorrect.',
  wrongCurrentPassphrase: 'The current passphrase is incorrect.',
  signInIncomplete: 'Enter your e-mail address and passphrase.',
  passphrasesIncomplete: 'Enter both passphrases.',
  passphraseShort: ({ count }: { count: number }) =>
    `Use at least ${counted(count, 'character', 'characters')} for the passphrase. A few words work well.`,
  passkeyRefused: 'This passkey was not accepted. Try again, or sign in with your passphrase.',
  tooManyPasskeys: ({ count }: { count: number }) =>
    `An account can have ${count} passkeys. Remove one first.`,
  proofNeeded: 'Enter your passphrase, so that nobody else can do this at your browser.',
  passphraseEasy:
    'This passphrase is easy to guess: it is used by many, or made of your name, your address or the name of the publication. Take four or more words that do not belong together.',
  passphraseLong: ({ count }: { count: number }) =>
    `Use at most ${counted(count, 'character', 'characters')} for the passphrase.`,
  tooManyTries: ({ minutes }: { minutes: number }) =>
    `Too many attempts. Wait ${counted(minutes, 'minute', 'minutes')}, then try again.`,
  notAnEmail: 'This is not an e-mail address.',
  emailTaken: 'Another account has this e-mail address.',
  hasOwner: 'This publication already has an owner. Sign in instead.',
  noOwner: 'This publication has no owner yet.',
  setupLinkExpired: 'This link has expired. Restart Broadside to get a new one.',

  // Forms
  checkForm: 'Something in this form is invalid. Check it and try again.',
  tooManyForField: ({ count }: { count: number }) => `Add at most ${formatCount(count, 'en')} here.`,
  tooLongForField: ({ count }: { count: number }) =>
    `Use at most ${counted(count, 'character', 'characters')} here.`,
  numberTooLarge: ({ count }: { count: number }) => `Enter a number up to ${formatCount(count, 'en')}.`,
  enterYourName: 'Enter your name.',
  nameTopic: 'Enter a name for the topic.',
  nameAuthor: 'Enter a name for the author.',
  nameSeries: 'Enter a name for the series.',
  namePublication: 'Enter a name for the publication.',
  nameVersion: 'Enter a name for this version.',
  goalTooSmall: 'Enter a number of words from 1.',
  nameTemplate: 'Enter a name for the template.',
  nameSnippet: 'Enter a name for the snippet.',
  chooseLanguage: 'Choose at least one language.',
  unknownTimeZone: 'This time zone is unknown. Choose one from the list.',
  webAddress: 'A web address starts with https://',
  dateForm: 'Write the date as year-month-day, for example 2022-11-02.',
  authorLink: 'A link starts with https:// or mailto:',
  authorLinksFull: ({ count }: { count: number }) =>
    `Add at most ${counted(count, 'link', 'links')} for an author.`,
  menuLink: 'A link starts with a single slash, for example /about, or with https://',
  menuLinkLong: ({ count }: { count: number }) =>
    `Use at most ${counted(count, 'character', 'characters')} for a link.`,
  menuFull: ({ count }: { count: number }) => `Add at most ${counted(count, 'link', 'links')} to the menu.`,
  blogrollFull: ({ count }: { count: number }) =>
    `Add at most ${counted(count, 'link', 'links')} to other sites.`,
  socialFull: ({ count }: { count: number }) =>
    `Add at most ${counted(count, 'link', 'links')} to social networks.`,
  notAColour: 'Write the colour as # and six digits, for example #8c1d18.',

  // Posts
  postGone: 'This post no longer exists.',
  noHeadline: 'Add a headline first.',
  changedElsewhere: 'This post was changed elsewhere after you opened it.',
  inBin: 'This post is in the bin. Restore it first.',
  alreadyInBin: 'This post is already in the bin.',
  notInBin: 'This post is not in the bin.',
  binFirst: 'Only posts in the bin can be deleted permanently. Move this post to the bin first.',
  notPublished: 'This post is not published.',
  alreadyPublished: 'This post is already published.',
  notScheduled: 'This post is not scheduled.',
  notUnlisted: 'This post is not unlisted.',
  onlyListedOnFront: 'Only a published post that is listed can have a place on the front page.',
  pinTimePassed: 'This time has passed. Choose a later one, or leave the field empty.',
  onlyPublishedUnlisted: 'Only a published post can be unlisted.',
  onlyPublishedCorrected: 'Only a published post can have a correction.',
  emptyCorrection: 'Describe what was wrong and what is correct.',
  timePassed: 'This time has passed. Choose a later time, or publish now.',
  timeChangedElsewhere:
    'The scheduled time of this post was changed elsewhere. Nothing was changed here. Check the new time, then try again.',
  dateInFuture: 'This date is in the future. Schedule the post instead.',
  tooManyPosts: ({ count }: { count: number }) =>
    `At most ${counted(count, 'post', 'posts')} can be changed at once. Filter the list first.`,
  tooManySelected: ({ count }: { count: number }) => `Select at most ${counted(count, 'post', 'posts')}.`,
  tooManyViews: ({ count }: { count: number }) =>
    `You already have ${counted(count, 'saved view', 'saved views')}, which is the limit. Delete one first.`,
  viewGone: 'This saved view no longer exists.',
  versionGone: 'This earlier version no longer exists.',
  templateGone: 'This template no longer exists.',
  templateNameTaken: ({ name }: { name: string }) =>
    `There is already a template named “${name}”. Choose another name.`,
  tooManyTemplates: ({ count }: { count: number }) =>
    `There are already ${counted(count, 'template', 'templates')}, which is the limit. Delete one first.`,
  snippetGone: 'This snippet no longer exists.',
  snippetNameTaken: ({ name }: { name: string }) =>
    `There is already a snippet named “${name}”. Choose another name.`,
  tooManySnippets: ({ count }: { count: number }) =>
    `There are already ${counted(count, 'snippet', 'snippets')}, which is the limit. Delete one first.`,
  snippetTooLong: 'This is too long for a snippet. Select less text.',
  snippetEmpty: 'Select some text first.',
  previewLinkExpired: 'This link has expired.',
  addressEmpty: 'Use at least one letter or digit in the address.',
  addressReserved: ({ slug }: { slug: string }) =>
    `The address “/${slug}” is reserved by the site. Choose another.`,
  addressTaken: ({ slug }: { slug: string }) => `Another post uses the address “/${slug}”. Choose another.`,
  ownTranslation: 'A post cannot be a translation of itself.',
  translationTaken: 'That post already has a version in this language.',

  // Texts
  textInvalid: 'This text is invalid, so it was not saved.',
  textTooLong: 'This text is too long for one post. Split it into two posts.',
  textTooLarge: 'This post is too large to save. Split it into two posts.',
  textNoDocument: 'This text is not in the editor’s format, so it was not saved.',
  textTooDeep: 'This text is nested too deeply, so it was not saved.',
  textWrongStructure: 'The structure of this text is invalid, so it was not saved.',
  textUnknownPart: ({ part }: { part: string }) =>
    `This text contains an unknown part, “${part}”, so it was not saved.`,
  textWrongValues: ({ part }: { part: string }) =>
    `A part of this text, “${part}”, has invalid values, so it was not saved.`,
  bylineGone: 'An author in the byline was deleted. Remove that author to save the post.',
  postTopicGone: 'A topic of this post was deleted. Remove that topic to save the post.',
  postPictureGone: 'A picture in this post was deleted. Remove that picture to save the post.',
  saveDamaged: 'The save was incomplete when it arrived. Try again.',
  saveUnnamed: 'Invalid save request.',

  // Topics, authors, series
  topicGone: 'This topic no longer exists.',
  authorGone: 'This author no longer exists.',
  authorInUse: 'This author is in the byline of a post. Change the byline first.',
  seriesGone: 'This series no longer exists.',
  pageInSeries: 'A page cannot be part of a series.',
  inNoSeries: 'This post is not part of a series.',

  // Media
  pictureGone: 'This picture no longer exists.',
  usedByPost: ({ name, others }: { name: string; others: number }) =>
    `This file cannot be deleted because the post “${name}” uses it.${alsoUsed(others)}`,
  usedByEarlierPost: ({ name, others }: { name: string; others: number }) =>
    `This file cannot be deleted because an earlier version of the post “${name}” uses it.${alsoUsed(others)}`,
  usedByTopic: ({ name, others }: { name: string; others: number }) =>
    `This file cannot be deleted because the topic “${name}” uses it.${alsoUsed(others)}`,
  usedByAuthor: ({ name, others }: { name: string; others: number }) =>
    `This file cannot be deleted because the author “${name}” uses it.${alsoUsed(others)}`,
  usedBySeries: ({ name, others }: { name: string; others: number }) =>
    `This file cannot be deleted because the series “${name}” uses it.${alsoUsed(others)}`,
  usedBySite: ({ name, others }: { name: string; others: number }) =>
    `This file cannot be deleted because it is the logo or icon of “${name}”.${alsoUsed(others)}`,
  usedByTemplate: ({ name, others }: { name: string; others: number }) =>
    `This file cannot be deleted because the template “${name}” uses it.${alsoUsed(others)}`,
  usedBySnippet: ({ name, others }: { name: string; others: number }) =>
    `This file cannot be deleted because the snippet “${name}” uses it.${alsoUsed(others)}`,
  alreadyInLibrary: ({ name }: { name: string }) =>
    `This file is already in the library as “${name}”. Choose that file instead.`,
  emptyFile: 'This file is empty.',
  pictureOver30: 'This file is larger than 30 MB. Export a smaller version and upload that.',
  fileOver500: 'This file is larger than 500 MB. Export a smaller version and upload that.',
  fileTooLarge:
    'This file is too large. The limits are 30 MB for a picture, 200 MB for audio and 500 MB for video.',
  soundOver200: 'This audio file is larger than 200 MB. Export a smaller version and upload that.',
  heic: `This is a HEIC picture. Export it as JPEG. ${PICTURES}`,
  notAPicture: `This file is not a supported picture. ${PICTURES}`,
  tooManyPixels: ({ width, height }: { width: number; height: number }) =>
    `This picture is ${width} × ${height} pixels. The limit is 60 million pixels. Export a smaller version.`,
  sideTooLong: ({ px }: { px: number }) =>
    `A side of this picture is longer than ${formatCount(px, 'en')} pixels. Export a smaller version.`,
  animationTooLong: 'This animation is too long or too large. Export a shorter or smaller version.',
  pictureTooHeavy: 'This picture needs too much memory to open. Export a smaller version and upload that.',
  pictureDamaged: 'This picture is damaged. Export it again.',
  onlyStillPictures: 'Animated pictures cannot be cropped or rotated. Edit the file and replace it.',
  originalMissing: 'The original of this picture is missing on the server. Replace the file, then crop it.',
  cropOutside: 'The selection is not within the picture. Open the picture again and select another part.',
  cropTooSmall: ({ px }: { px: number }) =>
    `The selection is too small. It needs at least ${px} pixels on each side.`,
  recordingNotAccepted: `This audio or video format is not supported. ${RECORDINGS}`,
  quickTime: `This is a QuickTime video. Export it as MP4. ${RECORDINGS}`,
  recordingDamaged: 'This audio or video file is damaged. Export it again.',
  videoCoding: ({ coding }: { coding: string }) =>
    `This file uses the codec “${coding}”, which many browsers cannot play. Export it as H.264 with AAC.`,
  recordingForPicture: 'A picture cannot be replaced with an audio or video file. Upload it as a new file.',
  noPictureAddress: 'The request contained no picture address.',
  noAddress: 'The request contained no web address.',
  noLinks: 'The request contained no links.',

  // Requests of readers
  addressTooLong: 'This address is too long.',
  methodNotAllowed: 'This address does not accept this kind of request.',
  tooBusy: 'Too many requests at the moment. Wait a few seconds, then try again.',
  undecodable: 'The request is damaged. Reload the page and try again.',
  bodyTooLong: 'The request is too long.',
  twoHosts: 'The request names two hosts.',
  badRequest: 'The server could not read this request.',
  headersTooLong: 'The headers of this request are too long.',
  unmetExpectation: 'The server cannot do what this request expects.',
  requestTooSlow: 'The request took too long to arrive. Try again.',
  noSuchFile: 'There is no file at this address.',
  noSuchFeed: 'There is no feed at this address.',
  formWithoutLength: 'The request did not state the length of the form, so it was refused.',
  formTooLong: 'This form is too long. Shorten your text and try again.',
  onlyForms: 'This address accepts only forms.',
  tooManyForms: 'You sent too many forms. Wait a few minutes, then try again.',

  // External pages and pictures
  tooManyRedirects: 'Too many redirects at that address.',
  redirectInvalid: 'That address redirects to an invalid one.',
  unsupportedCompression: 'The answer from that address is compressed in an unsupported way.',
  answerTooLarge: 'The file at that address is too large.',
  answerDamaged: 'The file at that address is damaged.',
  wrongMediaType: ({ kind }: { kind: string }) =>
    `The file at that address has an unsupported type: ${kind}.`,
  unknownMediaType: 'The server at that address did not say what type of file it sent.',
  unusualPort: 'Only web addresses on the standard ports can be fetched.',
  notPublic: 'That address is not on the public internet.',
  onlyHttp: 'Only addresses that start with https:// or http:// can be fetched.',
  addressWithPassword: 'An address that contains a user name or password cannot be fetched.',
  noSuchSite: ({ host }: { host: string }) => `Cannot find ${host}. Check the address, or try again later.`,
  siteStatus: ({ host, status }: { host: string; status: number }) =>
    `${host} answered with an error (${status}).`,
  siteSilent: ({ host }: { host: string }) => `${host} did not answer.`,
  pageTooComplex: 'The page at that address is too complex to read.',
  siteIncomplete: ({ host }: { host: string }) => `${host} did not send a complete answer.`,

  // The server and its backups
  diskFull: 'The server’s disk is full. Nothing was changed. Free some space and try again.',
  diskFullFile: 'The server’s disk is full. The file was not saved. Free some space and try again.',
  databaseBusy: 'The database is busy. Nothing was changed. Try again in a moment.',
  diskNotWritable: 'The server cannot write to its disk. Nothing was changed.',
  databaseMoved:
    'The publication’s data was moved or replaced while it runs. Nothing was saved. Whoever operates the server must restart it.',
  backupExists: ({ folder }: { folder: string }) => `${folder} already exists. Choose another folder.`,
  noBackup: ({ folder }: { folder: string }) => `There is no backup in ${folder}.`,
  backupDamaged: ({ folder }: { folder: string }) => `The backup in ${folder} is damaged.`,
  noRoomForCopy: ({ folder, neededMb, freeMb }: { folder: string; neededMb: number; freeMb: number }) =>
    `The disk of ${folder} has ${freeMb} MB free, and the copy needs ${neededMb} MB. Free some space and try again.`,
};
