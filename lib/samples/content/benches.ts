import { body, paragraph } from './nodes';
import type { SamplePost } from './sample';

/** Two short parts of a series, each with its Khmer translation. */
export const benches: SamplePost[] = [
  {
    slug: 'the-bench-that-nobody-chose',
    language: 'en',
    kind: 'post',
    daysAgo: 62,
    series: 'benches',
    headline: 'The bench that nobody chose',
    standfirst: 'It faces a wall. It is the most used seat in town, and that ought to tell us something.',
    authors: ['nita'],
    topics: ['public-life'],
    lead: 'marketMorning',
    body: () =>
      body(
        paragraph(
          'The bench outside the post office was put there in a hurry, the day before a visit, and the men who carried it set it down the wrong way round. It has its back to the square. Nobody has turned it since.',
        ),
        paragraph(
          'I sat on it for five mornings with a notebook. Forty-one people used it. They came to tie a shoe, to read a letter before anyone at home could ask about it, to put down a sack. Not one of them looked as if the wall were a disappointment.',
        ),
        paragraph(
          'We spend our money on seats with a view. What people wanted here was a place to stop that was on the way to somewhere, in the shade, and where it was nobody’s business how long they stayed.',
        ),
      ),
  },
  {
    slug: 'កៅអីដែលគ្មាននរណាជ្រើសរើស',
    language: 'km',
    kind: 'post',
    daysAgo: 61,
    series: 'benches',
    translationOf: 'the-bench-that-nobody-chose',
    headline: 'កៅអីដែលគ្មាននរណាជ្រើសរើស',
    standfirst: 'កៅអីនេះបែរមុខទៅរកជញ្ជាំង ប៉ុន្តែជាកន្លែងអង្គុយដែលគេប្រើច្រើនជាងគេក្នុងក្រុង។',
    authors: ['nita'],
    topics: ['public-life'],
    lead: 'marketMorning',
    leadWords: {
      alt: 'ជួរដំបូលក្រណាត់ចម្រុះពណ៌លើតូបផ្សារ ក្នុងពន្លឺពេលព្រឹកពណ៌លឿង។',
      caption: 'ដំបូលនៃរសៀលទីពីរ៖ ក្រណាត់ក្ដោង បាវអង្ករ និងតង់ការ។',
    },
    body: () =>
      body(
        paragraph(
          'កៅអីនៅមុខប្រៃសណីយ៍ត្រូវបានគេយកមកដាក់ទាំងប្រញាប់ប្រញាល់ មួយថ្ងៃមុនពេលមានភ្ញៀវមកទស្សនា ហើយអ្នកលើកបានដាក់វាបញ្ច្រាស។ វាបែរខ្នងដាក់ទីលាន។ តាំងពីពេលនោះមក គ្មាននរណាបង្វិលវាទេ។',
        ),
        paragraph(
          'ខ្ញុំបានអង្គុយនៅទីនោះប្រាំព្រឹក ជាមួយសៀវភៅកត់ត្រាមួយ។ មានមនុស្ស ៤១ នាក់បានប្រើវា៖ អ្នកខ្លះចងខ្សែស្បែកជើង អ្នកខ្លះអានសំបុត្រមុនពេលទៅដល់ផ្ទះ អ្នកខ្លះដាក់បាវចុះ។ គ្មាននរណាម្នាក់ហាក់ដូចជាខកចិត្តនឹងជញ្ជាំងនោះឡើយ។',
        ),
        paragraph(
          'យើងចំណាយប្រាក់លើកៅអីដែលមានទេសភាព។ អ្វីដែលគេត្រូវការនៅទីនេះ គឺកន្លែងឈប់សម្រាកតាមផ្លូវ ក្រោមម្លប់ ហើយដែលគ្មាននរណាសួរថាអង្គុយយូរប៉ុណ្ណា។',
        ),
      ),
  },
  {
    slug: 'who-may-sit-down',
    language: 'en',
    kind: 'post',
    daysAgo: 48,
    series: 'benches',
    headline: 'Who may sit down',
    standfirst: 'An iron rail across the middle of a seat is a sentence, and everyone can read it.',
    authors: ['nita'],
    topics: ['public-life'],
    lead: 'lanternNight',
    body: () =>
      body(
        paragraph(
          'The new seats by the bus stop came with an arm rest in the middle. It is a handsome thing, and it has one purpose: to see to it that nobody lies down.',
        ),
        paragraph(
          'There was a man who slept there. He is gone, and nobody at the town hall can say where to, which means that the rail solved something for us and nothing for him. Meanwhile two schoolgirls can no longer share a seat with a cello, and a grandmother can no longer put the baby down beside her.',
        ),
        paragraph(
          'Count the seats in your street. Then count how many of them tell someone to go away. I should like the second number on the council’s list, next to the price.',
        ),
      ),
  },
  {
    slug: 'នរណាអាចអង្គុយបាន',
    language: 'km',
    kind: 'post',
    daysAgo: 47,
    series: 'benches',
    translationOf: 'who-may-sit-down',
    headline: 'នរណាអាចអង្គុយបាន',
    standfirst: 'ដែកមួយដើមនៅកណ្តាលកៅអី គឺជាប្រយោគមួយ ហើយមនុស្សគ្រប់គ្នាអានយល់។',
    authors: ['nita'],
    topics: ['public-life'],
    lead: 'lanternNight',
    leadWords: {
      alt: 'ទូកតូចៗដប់ប្រាំមានចង្កៀង លើទឹកងងឹត ក្រោមផ្កាយ។',
      caption: 'ចង្កៀងនៅខាងក្រោមរោងទឹកកក។',
    },
    body: () =>
      body(
        paragraph('កៅអីថ្មីនៅចំណតរថយន្តក្រុងមានដៃដែកនៅចំកណ្តាល។ វាស្អាតមែន ប៉ុន្តែវាមានគោលបំណងតែមួយគត់ គឺកុំឱ្យនរណាដេកលើវាបាន។'),
        paragraph(
          'ពីមុន មានបុរសម្នាក់ធ្លាប់ដេកនៅទីនោះ។ ឥឡូវគាត់បាត់ទៅហើយ ហើយគ្មាននរណានៅសាលាក្រុងដឹងថាគាត់ទៅណាឡើយ។ ដៃដែកនោះដោះស្រាយបញ្ហាឱ្យយើង តែមិនបានដោះស្រាយអ្វីឱ្យគាត់សោះ។ ចំណែកលោកយាយម្នាក់ លែងអាចដាក់ចៅតូចឱ្យដេកក្បែរខ្លួនបានទៀត។',
        ),
        paragraph(
          'សូមរាប់កៅអីក្នុងផ្លូវរបស់អ្នក។ រួចរាប់ថាមានប៉ុន្មានដែលប្រាប់នរណាម្នាក់ឱ្យចេញទៅឆ្ងាយ។ ខ្ញុំចង់ឃើញចំនួនទីពីរនេះ នៅក្នុងបញ្ជីរបស់សាលាក្រុង ក្បែរតម្លៃ។',
        ),
      ),
  },
];
