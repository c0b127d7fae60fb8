import type { SampleWords } from './sample';

/** Fictional people; no real person of these names is meant. */
export const sampleAuthors: Record<string, SampleWords> = {
  nita: {
    name: { en: 'Nita Veasna', km: 'នីតា វាសនា' },
    words: {
      en: 'Nita Veasna writes about schools, streets and the small decisions that make a town. She lives in Kampong Phkay.',
      km: 'នីតា វាសនា សរសេរអំពីសាលារៀន ផ្លូវថ្នល់ និងសេចក្តីសម្រេចតូចៗដែលបង្កើតបានជាទីក្រុងមួយ។ អ្នកនិពន្ធរស់នៅក្រុងកំពង់ផ្កាយ។',
    },
  },
  tomas: {
    name: { en: 'Tomas Arkwell' },
    words: {
      en: 'Tomas Arkwell kept a ferry timetable for eleven years. He now writes about how people get about.',
    },
  },
  orla: {
    name: { en: 'Orla Venn' },
    words: { en: 'Orla Venn reports on the river for The Delta Courier.' },
  },
  piseth: {
    name: { en: 'Piseth Maro', km: 'ពិសិដ្ឋ ម៉ារ៉ូ' },
    words: { en: 'Piseth Maro is a correspondent of The Delta Courier.' },
  },
  jun: {
    name: { en: 'Jun Castellane' },
    words: { en: 'Jun Castellane photographs and writes for The Delta Courier.' },
  },
};

/** The topics of the samples. */
export const sampleTopics: Record<string, SampleWords> = {
  'public-life': {
    name: { en: 'Public life', km: 'ជីវិតសាធារណៈ' },
    words: {
      en: 'Streets, squares, markets and what we share in them.',
      km: 'ផ្លូវ ទីលាន ផ្សារ និងអ្វីៗដែលយើងប្រើប្រាស់រួមគ្នា។',
    },
  },
  education: {
    name: { en: 'Education', km: 'ការអប់រំ' },
    words: {
      en: 'Schools, libraries and everything that is learned outside them.',
      km: 'សាលារៀន បណ្ណាល័យ និងអ្វីៗដែលយើងរៀននៅក្រៅសាលា។',
    },
  },
  river: {
    name: { en: 'The river', km: 'ទន្លេ' },
    words: {
      en: 'The water that the town lives by.',
      km: 'ទឹកដែលចិញ្ចឹមជីវិតទីក្រុង។',
    },
  },
};

/** The series of the samples. */
export const sampleSeries: Record<string, SampleWords> = {
  benches: {
    name: { en: 'Notes from a bench', km: 'កំណត់ត្រាពីលើកៅអី' },
    words: {
      en: 'Where a town lets people sit down, and whom: short notes, taken sitting.',
      km: 'កន្លែងដែលទីក្រុងអនុញ្ញាតឱ្យមនុស្សអង្គុយ និងអ្នកណាអាចអង្គុយបាន៖ កំណត់ត្រាខ្លីៗ ដែលសរសេរពេលអង្គុយ។',
    },
  },
};
