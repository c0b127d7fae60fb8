import { describe, expect, test } from 'vitest';
import type { Body, BodyNode } from '@/lib/document/types';
import { bodyOf } from '@/tools/testing/factories';
import { emptyWriting } from '../fields';
import { linksIn } from './body-nodes';
import { brokenLinks } from './check-body';
import { checkText } from './check-text';
import type { CheckedText, TextSurroundings } from './findings';
import { matchesLanguage } from './matches-language';

const SURROUNDINGS: TextSurroundings = {
  language: 'en',
  kind: 'post',
  hasTopics: true,
  findMedia: () => ({ alt: '', caption: '', credit: '' }),
};
const READY: CheckedText = {
  ...emptyWriting(),
  headline: 'A case for small bridges',
  standfirst: 'They carry more than they cost.',
  body: bodyOf('The town needs a bridge, not a monument.'),
  byline: [{ authorId: 1, name: 'Dara Lim' }],
  topicIds: [1],
};
const kindsOf = (text: Partial<CheckedText>, around: Partial<TextSurroundings> = {}) =>
  checkText({ ...READY, ...text }, { ...SURROUNDINGS, ...around }).map(({ kind }) => kind);
const bodyWith = (...content: BodyNode[]): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words before it.' }] }, ...content],
});
const linked = (text: string, href: string, ...more: string[]): BodyNode => ({
  type: 'text',
  text,
  marks: [...more.map((type) => ({ type })), { type: 'link', attrs: { href } }],
});

describe('the checklist', () => {
  test('finds nothing in a text that is ready', () => expect(kindsOf({})).toEqual([]));

  test('blocks only a post without headline, and lists that first', () => {
    const found = checkText({ ...READY, headline: ' ', standfirst: '' }, SURROUNDINGS);
    expect(found.map(({ kind, isMust }) => [kind, isMust])).toEqual([
      ['noHeadline', true],
      ['noStandfirst', false],
    ]);
    expect(found[0]?.places).toEqual([{ in: 'field', field: 'headline' }]);
  });

  test('counts a headline’s length as people do, so that Khmer marks do not make it long', () => {
    expect(kindsOf({ headline: 'a'.repeat(111) })).toEqual(['longHeadline']);
    expect(
      kindsOf({ headline: 'ស្ត្រី'.repeat(60), body: bodyOf('ក'.repeat(200)) }, { language: 'km' }),
    ).toEqual([]);
    expect(kindsOf({ standfirst: 'words '.repeat(60) })).toEqual(['longStandfirst']);
  });

  test('asks for text, byline and topic of a post, and only for text of a fixed page', () => {
    const bare = { body: bodyOf(''), byline: [], topicIds: [] };
    expect(kindsOf(bare)).toEqual(['noText', 'noByline', 'noTopic']);
    expect(kindsOf(bare, { hasTopics: false })).toEqual(['noText', 'noByline']);
    expect(kindsOf(bare, { kind: 'page' })).toEqual(['noText']);
  });

  test('names the missing fields of a source', () => {
    const source = {
      publication: 'The Courier',
      url: '',
      authors: [],
      publishedOn: '',
      agency: '',
      rights: '',
    };
    expect(checkText({ ...READY, source }, SURROUNDINGS)).toMatchObject([
      { kind: 'sourceIncomplete', missing: ['url', 'authors', 'publishedOn'] },
    ]);
  });

  test('links to each picture without alt text, unless the library has one or its author marked it', () => {
    const figure = (attrs: object): BodyNode => ({
      type: 'figure',
      attrs: { mediaId: 'abcdefgh', alt: '', caption: 'A river', credit: 'Dara Lim', ...attrs },
    });
    const body = bodyWith(figure({}), figure({ alt: 'A river' }), {
      type: 'gallery',
      content: [figure({ isDecorative: true }), figure({})],
    });
    expect(checkText({ ...READY, body }, SURROUNDINGS)).toEqual([
      {
        kind: 'noAlt',
        isMust: false,
        places: [
          { in: 'body', path: [1] },
          { in: 'body', path: [3, 1] },
        ],
      },
    ]);
    const said = { findMedia: () => ({ alt: 'A river', caption: '', credit: '' }) };
    expect(kindsOf({ body }, said)).toEqual([]);
    expect(kindsOf({ body: bodyWith(figure({ alt: 'x', caption: '', credit: ' ' })) })).toEqual([
      'noCaption',
      'noCredit',
    ]);
  });

  test('finds a lead picture without alt text', () => {
    expect(kindsOf({ leadMediaId: 'abcdefgh' })).toEqual(['noLeadAlt']);
    expect(kindsOf({ leadMediaId: 'gone' }, { findMedia: () => undefined })).toEqual([]);
  });

  test('finds empty footnotes, recordings without transcript, and paragraphs longer than a screen', () => {
    const note = { type: 'footnote', attrs: { text: '' } };
    const words = [[{ text: 'Page 4.', marks: [{ type: 'bold' }] }]];
    const formatted = { type: 'footnote', attrs: { text: '', paragraphs: words } };
    const body = bodyWith(
      { type: 'paragraph', content: [{ type: 'text', text: 'A claim.' }, note, formatted] },
      { type: 'audio', attrs: { mediaId: 'abcdefgh', transcript: '' } },
      { type: 'paragraph', content: [{ type: 'text', text: 'word '.repeat(201) }] },
    );
    expect(checkText({ ...READY, body }, SURROUNDINGS).map(({ kind, places }) => [kind, places[0]])).toEqual([
      ['emptyFootnote', { in: 'body', path: [1, 1] }],
      ['noTranscript', { in: 'body', path: [2] }],
      ['longParagraph', { in: 'body', path: [3] }],
    ]);
  });
});

describe('the language of a text', () => {
  const khmer = 'សំឡេងរបស់ទន្លេនៅពេលយប់ជ្រៅ។ '.repeat(5);
  const english = 'The voice of the river late at night. '.repeat(5);

  test('is detected by its letters, with room for quotations', () => {
    expect(matchesLanguage(khmer, 'km')).toBe(true);
    expect(matchesLanguage(khmer, 'en')).toBe(false);
    expect(matchesLanguage(english, 'km')).toBe(false);
    expect(matchesLanguage(`${khmer}${khmer}${english}`, 'km')).toBe(true);
  });

  test('is not judged by a few words', () => expect(matchesLanguage('Facebook Messenger', 'km')).toBe(true));
});

describe('the links of a text', () => {
  const body = bodyWith(
    {
      type: 'paragraph',
      content: [
        linked('a ', 'https://one.example.org/'),
        linked('bold', 'https://one.example.org/', 'bold'),
        { type: 'text', text: ' and ' },
        linked('mail', 'mailto:a@example.org'),
        linked('here', '/about'),
      ],
    },
    { type: 'embed', attrs: { url: 'https://two.example.org/' } },
  );

  test('are those to pages and of cards; one in two styles is one', () => {
    expect(linksIn(body)).toEqual([
      { href: 'https://one.example.org/', path: [1, 0] },
      { href: '/about', path: [1, 4] },
      { href: 'https://two.example.org/', path: [2] },
    ]);
  });

  test('in a footnote are found at its place, each once', () => {
    const link = (text: string, href: string) => ({ text, marks: [{ type: 'link', attrs: { href } }] });
    const paragraphs = [
      [link('a', 'https://one.example.org/'), { text: ' and ' }],
      [link('b', 'https://one.example.org/'), link('c', 'mailto:a@example.org'), link('d', '/about')],
    ];
    const noted = bodyWith({
      type: 'paragraph',
      content: [{ type: 'footnote', attrs: { text: '', paragraphs } }],
    });
    expect(linksIn(noted)).toEqual([
      { href: 'https://one.example.org/', path: [1, 0] },
      { href: '/about', path: [1, 0] },
    ]);
  });

  test('that are broken are found with their places', () => {
    expect(brokenLinks(body, new Set())).toBeNull();
    expect(brokenLinks(body, new Set(['/about', 'https://two.example.org/']))?.places).toEqual([
      { in: 'body', path: [1, 4] },
      { in: 'body', path: [2] },
    ]);
  });
});
