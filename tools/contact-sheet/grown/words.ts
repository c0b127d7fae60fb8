import type { LanguageCode } from '@/lib/language/languages';

/** A post of a grown publication. Its authors, topics and picture follow from its place in the list. */
export interface OrdinaryPost {
  headline: string;
  standfirst?: string;
}

/** The address of the post with everything that a text can have. */
export const EVERYTHING = 'what-a-street-is-for';
/** The address of the post whose picture is higher than wide. */
export const PORTRAIT_LEAD = 'the-woman-who-counts-trees';
/** The address of the piece that was first published elsewhere, in Khmer. */
export const REPUBLISHED = 'ទឹកស្អាតមិនមែនជាអំណោយ';

/** Headlines of fictional opinions, newest first. The first of each language is the one with more than 120 letters. */
export const ORDINARY: Record<LanguageCode, OrdinaryPost[]> = {
  en: [
    {
      headline:
        'After three years of meetings about the embankment, the people who live behind it have learned the one thing that no report says: who will be moved first',
      standfirst: 'A plan that names every stone and no family is not finished.',
    },
    {
      headline: 'The bus that comes when it is full',
      standfirst: 'Reliability is a promise to strangers, and the cheapest thing a town can buy.',
    },
    {
      headline:
        'Nobody voted for the loudspeakers, and nobody will say who switches them on at five in the morning',
      standfirst: 'Quiet is public property too.',
    },
    { headline: 'Count the trees before you sell the shade' },
    {
      headline: 'Homework is a tax on small kitchens',
      standfirst: 'What a school asks for after dark, it asks of the whole house.',
    },
    { headline: 'The law that everybody breaks by noon' },
    {
      headline: 'Let the market keep its hours',
      standfirst: 'The sellers know when the town is hungry. The bylaw does not.',
    },
    { headline: 'What we owe the night nurses' },
    { headline: 'A letter to the next mayor, about drains' },
    {
      headline: 'In defence of the slow answer',
      standfirst: 'A council that replies within the hour has not read the question.',
    },
    { headline: 'Why I stopped giving directions' },
    { headline: 'The pond behind the school is not empty land' },
    { headline: 'Two dollars for a signature' },
    { headline: 'Who is the pavement for?' },
    { headline: 'Teach them to argue, not to win' },
    { headline: 'The ferry strike was not about wages' },
    { headline: 'An umbrella is not a climate policy' },
    { headline: 'Give the footballers back their field' },
    { headline: 'The cost of a free newspaper' },
    { headline: 'Our most honest street is the noisiest' },
    { headline: 'How to apologise in public' },
    { headline: 'A bridge needs two banks' },
    { headline: 'The year we lost the cinema' },
    { headline: 'Leave the statue where it fell' },
  ],
  km: [
    {
      headline:
        'បីឆ្នាំក្រោយការប្រជុំអំពីទំនប់ អ្នកដែលរស់នៅពីក្រោយទំនប់បានរៀនរឿងមួយដែលរបាយការណ៍ណាក៏មិនប្រាប់ដែរ៖ តើអ្នកណានឹងត្រូវរើចេញមុនគេ ហើយនឹងត្រូវរើទៅទីណា នៅពេលទឹកឡើងខ្ពស់ជាងឆ្នាំមុនៗ',
      standfirst: 'គម្រោងដែលរាប់ថ្មគ្រប់ដុំ ប៉ុន្តែមិនស្គាល់គ្រួសារណាមួយ គឺជាគម្រោងដែលមិនទាន់ចប់។',
    },
    {
      headline: 'រាប់ដើមឈើសិន មុននឹងលក់ម្លប់',
      standfirst: 'ម្លប់ជាទ្រព្យសាធារណៈដែលគ្មានអ្នកណាចុះបញ្ជី។',
    },
    { headline: 'កិច្ចការផ្ទះ គឺជាពន្ធលើផ្ទះបាយតូចៗ' },
    { headline: 'រថយន្តក្រុងដែលមកដល់តែពេលពេញ' },
    {
      headline: 'ត្រពាំងក្រោយសាលារៀន មិនមែនជាដីទំនេរទេ',
      standfirst: 'ក្មេងៗស្គាល់វាមុនអ្នកធ្វើផែនការទៅទៀត។',
    },
    { headline: 'បង្រៀនកុមារឱ្យចេះពិភាក្សា មិនមែនឱ្យចេះតែឈ្នះ' },
    { headline: 'ផ្លូវដើរ សម្រាប់អ្នកណា?' },
    { headline: 'អ្វីដែលយើងជំពាក់គិលានុបដ្ឋាកយប់' },
  ],
};

/** Paragraphs of which every ordinary text is made. */
export const PARAGRAPHS: Record<LanguageCode, string[]> = {
  en: [
    'There is a habit of mind, common among people who plan things, of treating a town as a machine that has not been tuned yet. Turn this, close that, and the whole will run. But a town is closer to a conversation: it goes on because those who take part expect to meet again tomorrow.',
    'I put this to the deputy head of works last week. He was courteous, and he had a map. On the map the lane was a grey line between two others, four metres wide. I have walked it every morning for nineteen years, and it has never once been empty enough to measure.',
    'None of this is an argument against change. The old drains were bad, and the new ones are better. It is an argument about who is asked, and when. To be consulted after the contract is signed is to be told; and people who are told often enough stop answering.',
    'The figures are public, though nobody has put them next to each other. Of forty decisions last year, six were announced more than a month ahead. Of those six, four were changed after somebody objected, and all four were changed for the better. That is not a nuisance. That is what an early question costs, and what it returns.',
    'So here is a small proposal. Publish the list of what will be decided, a season ahead, on one page, in large type, at the market and on the ferry. Leave a pencil on a string. It will not make us agree. It will let us disagree in time.',
  ],
  km: [
    'អ្នកធ្វើផែនការតែងមានទម្លាប់គិតថា ទីក្រុងជាម៉ាស៊ីនមួយដែលមិនទាន់បានសម្រួល។ បង្វិលត្រង់នេះ បិទត្រង់នោះ រួចអ្វីៗនឹងដំណើរការ។ ប៉ុន្តែទីក្រុងស្រដៀងនឹងការសន្ទនាជាង៖ វាបន្តទៅមុខ ព្រោះអ្នកចូលរួមរំពឹងថានឹងជួបគ្នាម្ដងទៀតនៅថ្ងៃស្អែក។',
    'ខ្ញុំបានលើករឿងនេះប្រាប់អនុប្រធានការិយាល័យសាធារណការកាលពីសប្ដាហ៍មុន។ លោកគួរសម ហើយលោកមានផែនទី។ លើផែនទី ច្រកនោះជាបន្ទាត់ពណ៌ប្រផេះមួយ ទទឹងបួនម៉ែត្រ។ ខ្ញុំដើរច្រកនោះរាល់ព្រឹក អស់ដប់ប្រាំបួនឆ្នាំហើយ។',
    'នេះមិនមែនជាការប្រឆាំងនឹងការផ្លាស់ប្ដូរទេ។ លូចាស់អាក្រក់ លូថ្មីល្អជាង។ សំណួរគឺ តើគេសួរអ្នកណា ហើយសួរនៅពេលណា។ បើគេសួរក្រោយចុះកិច្ចសន្យា នោះមិនមែនជាការសួរទេ គឺជាការប្រាប់។',
    'តួលេខមានជាសាធារណៈ ទោះគ្មានអ្នកណាដាក់វាជាប់គ្នាក៏ដោយ។ ក្នុងចំណោមសេចក្ដីសម្រេចសែសិបកាលពីឆ្នាំមុន មានតែប្រាំមួយទេដែលបានប្រកាសជាងមួយខែជាមុន។',
    'ដូច្នេះខ្ញុំសូមស្នើរឿងតូចមួយ។ សូមផ្សាយបញ្ជីនៃអ្វីដែលនឹងត្រូវសម្រេច មួយរដូវជាមុន លើក្រដាសមួយសន្លឹក ជាអក្សរធំៗ នៅផ្សារ និងលើសាឡាង។',
  ],
};
