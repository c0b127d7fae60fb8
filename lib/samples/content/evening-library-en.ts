import { body, bulletList, paragraph, pullQuote, subheading } from './nodes';
import type { SamplePost } from './sample';

/** The English post of a translated pair. */
export const eveningLibraryEnglish: SamplePost = {
  slug: 'keep-the-library-open-in-the-evening',
  language: 'en',
  kind: 'post',
  daysAgo: 9,
  headline: 'Keep the library open in the evening',
  standfirst:
    'Kampong Phkay’s library closes at five, just when most of its readers become free. Three more hours a day could change how many children learn.',
  authors: ['nita'],
  topics: ['education', 'public-life'],
  lead: 'libraryNight',
  body: () =>
    body(
      paragraph(
        'Every day at five o’clock the old caretaker of the Kampong Phkay library shuts the windows one by one, puts out the lights and locks the great door. Outside, under the tamarind tree, a group of pupils fresh from school stand waiting, hoping to borrow a book before the door closes. Often they are only a few minutes late.',
      ),
      paragraph(
        'The library has more than 12,000 books, 40 reading desks, and air conditioning that works. What is missing is neither books nor a building. What is missing is time. Most labourers, market sellers and pupils are free only after five, while the library is open only to those who are free by day.',
      ),
      subheading('A light for those who have no desk'),
      paragraph(
        'In the rented rooms near the market, a family of five or six lives in a single room. The television is on, a small child cries, the stove smokes. A child who wants to do her mathematics must wait until everyone else has gone to sleep. For such a child a desk, a lamp and two hours of quiet are worth as much as a scholarship.',
      ),
      pullQuote('What is missing is neither books nor a building. What is missing is time.'),
      paragraph(
        'Some worry about the cost. The worry is fair, but the answer is not hard. To stay open until eight in the evening the library needs only two more staff and a little more electricity. The town could try it for six months first, and count the readers every night. If nobody comes to read, we simply close again, and have lost little.',
      ),
      subheading('Three proposals'),
      bulletList(
        ['Open from seven in the morning until eight in the evening, Monday to Friday.'],
        ['Keep one room for pupils of grades 9 and 12 in the examination season.'],
        ['Invite retired teachers to come and guide readers, at least one evening a week.'],
      ),
      paragraph(
        'A town is not measured only by the length of its roads or the height of its buildings. We can also measure it by the number of windows still lit at night, and behind them a child opening a book at its first page. Please do not put out the light just as that child arrives.',
      ),
    ),
};
