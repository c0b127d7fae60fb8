import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchPosts } from '@/lib/posts/search-posts';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

/** The texts of a small publication, by the names that the searches below expect. */
const TEXTS = {
  library: 'បណ្ណាល័យក្រុងបើកទ្វារនៅពេលល្ងាចសម្រាប់អ្នកអាន',
  vote: 'ការបោះឆ្នោតជ្រើសតាំងតំណាងរាស្ត្រនៅឆ្នាំ២០២៥',
  women: 'ស្ត្រីខ្មែរចូលរួមក្នុងវិស័យសាធារណៈ',
  rice: 'តម្លៃអង្ករនៅផ្សារកើនឡើង១២ភាគរយ',
  dam: 'ក្រុមហ៊ុន Mekong Power សាងសង់ទំនប់វារីអគ្គិសនីថ្មី',
  rights: 'សិទ្ធិ\u200Bមនុស្ស\u200Bនិង\u200Bច្បាប់\u200Bការងារ',
  speech: 'លោកហ៊ុនម៉ាណែតបានថ្លែងសុន្ទរកថា',
  school: 'គ្រូបង្រៀននិងសិស្សវិទ្យាល័យ',
  river: 'ទន្លេសាបមានត្រីតិចជាងមុន',
  press: 'សេរីភាពសារព័ត៌មាននៅកម្ពុជា',
  island: 'កោះតូចមួយមានដើមឈើច្រើន',
  road: 'ផ្លូវជាតិលេខ៤ត្រូវបានជួសជុលដោយ WFP និង UNDP',
  money: 'អ្នកភូមិ ៣៤ ០០០ នាក់ស្នើឱ្យធ្វើស្ពាន ដែលត្រូវចំណាយ 5,000,000 រៀល',
  border: 'អ្នកមកពីណា',
  budget: 'ពួកគេអោយលុយ ៣៤០០០ រៀល',
} as const;
type Name = keyof typeof TEXTS;

/** A search, and the posts that it must find: no more and no fewer. */
const SEARCHES: [q: string, found: Name[]][] = [
  // Words that are in a dictionary, and compounds by their parts.
  ['បណ្ណាល័យ', ['library']],
  ['ក្រុង', ['library']],
  ['បើកទ្វារ', ['library']],
  ['ទ្វារ', ['library']],
  ['ពេលល្ងាច', ['library']],
  ['ល្ងាច', ['library']],
  ['អ្នកអាន', ['library']],
  ['អាន', ['library']],
  ['បោះឆ្នោត', ['vote']],
  ['ឆ្នោត', ['vote']],
  ['ការបោះឆ្នោត', ['vote']],
  ['តំណាងរាស្ត្រ', ['vote']],
  ['រាស្ត្រ', ['vote']],
  ['ជ្រើសតាំង', ['vote']],
  ['វិស័យ', ['women']],
  ['សាធារណៈ', ['women']],
  ['វិស័យសាធារណៈ', ['women']],
  ['ខ្មែរ', ['women']],
  ['អង្ករ', ['rice']],
  ['ផ្សារ', ['rice']],
  ['តម្លៃអង្ករ', ['rice']],
  ['ភាគរយ', ['rice']],
  ['ទំនប់', ['dam']],
  ['វារីអគ្គិសនី', ['dam']],
  ['អគ្គិសនី', ['dam']],
  ['វារី', ['dam']],
  ['សាងសង់', ['dam']],
  ['ក្រុមហ៊ុន', ['dam']],
  ['សុន្ទរកថា', ['speech']],
  ['ហ៊ុនម៉ាណែត', ['speech']],
  ['ម៉ាណែត', ['speech']],
  ['គ្រូបង្រៀន', ['school']],
  ['គ្រូ', ['school']],
  ['បង្រៀន', ['school']],
  ['សិស្សវិទ្យាល័យ', ['school']],
  ['ទន្លេសាប', ['river']],
  ['ទន្លេ', ['river']],
  ['ត្រី', ['river']],
  ['សារព័ត៌មាន', ['press']],
  ['ព័ត៌មាន', ['press']],
  ['សេរីភាព', ['press']],
  ['កម្ពុជា', ['press']],
  ['ផ្លូវជាតិ', ['road']],
  // Words of two letters, and words in several posts.
  ['និង', ['rights', 'school', 'road']],
  ['នៅ', ['library', 'vote', 'rice', 'press']],
  ['មាន', ['river', 'press', 'island']],
  // Digits of both kinds.
  ['២០២៥', ['vote']],
  ['2025', ['vote']],
  ['12', ['rice']],
  ['១២', ['rice']],
  ['ឆ្នាំ2025', ['vote']],
  ['លេខ៤', ['road']],
  // Numbers in groups of digits and without, in digits of both kinds.
  ['34000', ['money', 'budget']],
  ['៣៤០០០', ['money', 'budget']],
  ['៣៤ ០០០', ['money', 'budget']],
  ['34,000', ['money', 'budget']],
  ['34 000 នាក់', ['money']],
  ['5000000', ['money']],
  ['៥.០០០.០០០', ['money']],
  ['-34000 រៀល', []],
  // The end of one word with the beginning of the next is neither.
  ['កម', []],
  ['មក', ['border']],
  // A word with three spellings.
  ['ឱ្យ', ['money', 'budget']],
  ['អោយ', ['money', 'budget']],
  ['ឲ្យលុយ', ['budget']],
  // Latin words within Khmer.
  ['mekong', ['dam']],
  ['MEKONG POWER', ['dam']],
  ['Mekong ទំនប់', ['dam']],
  ['WFP ផ្លូវ', ['road']],
  // Zero-width spaces, in the text and in the search.
  ['សិទ្ធិមនុស្ស', ['rights']],
  ['មនុស្ស', ['rights']],
  ['ច្បាប់ការងារ', ['rights']],
  ['បណ្ណា\u200Bល័យ', ['library']],
  // Encodings that look alike: subscripts in the other order, DA for TA, vowels in two strokes.
  ['ស្ត្រី', ['women']],
  ['ស្រ្តី', ['women']],
  ['ស្ដ្រី', ['women']],
  ['កេាះ', ['island']],
  ['ដេីម', ['island']],
  ['រាស្រ្ត', ['vote']],
  // Phrases, and excluded words.
  ['"បើកទ្វារនៅពេល"', ['library']],
  ['"ទ្វារបើក"', []],
  ['និង -សិស្ស', ['rights', 'road']],
  ['នៅ -ផ្សារ -ឆ្នោត', ['library', 'press']],
  // Part of a letter with its signs is a different letter.
  ['ត្រ', []],
  ['ទា', []],
  ['ស្ត', []],
  ['ទន្លា', []],
];

let site: TestSite;

beforeAll(() => {
  site = openTestSite();
  for (const name of Object.keys(TEXTS) as Name[]) {
    buildPost(site.db, { slug: name, language: 'km', headline: 'អត្ថបទ', text: TEXTS[name] });
  }
});
afterAll(() => site.close());

test.each(SEARCHES)('%s finds exactly the expected posts', (q, expected) => {
  const { hits } = searchPosts(site.db, { q });
  expect(hits.map(({ post }) => post.slug).sort()).toEqual([...expected].sort());
});

test('hits are marked in whole letters with their signs', () => {
  const [hit] = searchPosts(site.db, { q: 'ឆ្នោត' }).hits;
  expect(hit?.snippet.filter((part) => part.hit).map((part) => part.text)).toEqual(['ឆ្នោត']);
});
