import { body, bulletList, link, paragraph, subheading } from './nodes';
import type { SamplePost } from './sample';

/** A fixed page in English. */
export const aboutEnglish: SamplePost = {
  slug: 'about',
  language: 'en',
  kind: 'page',
  daysAgo: 60,
  headline: 'About this publication',
  standfirst: 'A place for considered opinion, in English and in Khmer.',
  authors: [],
  topics: [],
  lead: null,
  body: () =>
    body(
      paragraph(
        'This page and the pieces around it are samples. They tell of Kampong Phkay, a river town that is on no map, and of people who do not exist. They are here so that you can see how a headline sits, how a footnote is found and how a photo carries its credit, before you have written a word.',
      ),
      subheading('What we print'),
      bulletList(
        ['Opinion that its author signs.'],
        ['Pieces from elsewhere, with their source, their authors and their date.'],
        ['Translations that name and link their original.'],
        ['Corrections, dated and in the open.'],
      ),
      subheading('Make it yours'),
      paragraph(
        'Sign in at ',
        link('the author’s desk', '/admin'),
        ', remove the samples there with one button, and write your own first line.',
      ),
    ),
};

/** The same page in Khmer. */
export const aboutKhmer: SamplePost = {
  slug: 'អំពីយើង',
  language: 'km',
  kind: 'page',
  daysAgo: 60,
  translationOf: 'about',
  headline: 'អំពីការបោះពុម្ពផ្សាយនេះ',
  standfirst: 'កន្លែងសម្រាប់មតិដែលបានពិចារណាយ៉ាងហ្មត់ចត់ ជាភាសាអង់គ្លេស និងភាសាខ្មែរ។',
  authors: [],
  topics: [],
  lead: null,
  body: () =>
    body(
      paragraph(
        'ទំព័រនេះ និងអត្ថបទដទៃទៀតនៅទីនេះ គ្រាន់តែជាគំរូប៉ុណ្ណោះ។ អត្ថបទទាំងនេះនិយាយអំពីក្រុងកំពង់ផ្កាយ ដែលជាទីក្រុងមាត់ទន្លេមួយដែលគ្មាននៅលើផែនទី និងអំពីមនុស្សដែលមិនមានពិត។ យើងដាក់វានៅទីនេះ ដើម្បីឱ្យអ្នកឃើញពីរបៀបដែលចំណងជើង លេខយោង និងរូបថតបង្ហាញខ្លួន មុនពេលដែលអ្នកចាប់ផ្តើមសរសេរ។',
      ),
      subheading('អ្វីដែលយើងផ្សាយ'),
      bulletList(
        ['មតិដែលមានចុះឈ្មោះអ្នកនិពន្ធ។'],
        ['អត្ថបទដកស្រង់ពីកន្លែងផ្សេង ដែលបញ្ជាក់ប្រភព អ្នកនិពន្ធ និងកាលបរិច្ឆេទ។'],
        ['អត្ថបទបកប្រែ ដែលភ្ជាប់ទៅកាន់អត្ថបទដើម។'],
        ['ការកែតម្រូវជាសាធារណៈ ដែលមានចុះកាលបរិច្ឆេទ។'],
      ),
      subheading('ធ្វើឱ្យវាក្លាយជារបស់អ្នក'),
      paragraph(
        'សូមចូលទៅកាន់ ',
        link('តុអ្នកនិពន្ធ', '/admin'),
        ' លុបអត្ថបទគំរូទាំងនេះដោយចុចប៊ូតុងតែមួយ រួចសរសេរបន្ទាត់ដំបូងរបស់អ្នក។',
      ),
    ),
};
