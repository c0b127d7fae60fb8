import { body, bold, figure, gallery, link, paragraph, subheading, table } from './nodes';
import type { SamplePost } from './sample';

/** An opinion piece with a gallery of photos and a small table. */
export const marketRoof: SamplePost = {
  slug: 'what-the-market-roof-taught-us',
  language: 'en',
  kind: 'post',
  daysAgo: 34,
  headline: 'What the market roof taught us about shade',
  standfirst:
    'We spent a year arguing over the style of the new market hall. The sellers had the answer in an afternoon, with string and old sails.',
  authors: ['nita', 'tomas'],
  topics: ['public-life'],
  lead: 'marketMorning',
  correction: {
    note: 'We first wrote that the pupils measured on four days. They measured on three, and left out the day that it rained.',
    daysLater: 2,
  },
  body: (picture) =>
    body(
      paragraph(
        'The drawings were beautiful. There were four of them, pinned up in the town hall for a month, and each showed a market without a single market seller in it. We were asked to vote. Most of us voted for the one with the trees.',
      ),
      paragraph(
        'Meanwhile the old hall had lost its roof to a storm, and two hundred people still had fish to sell. By the second afternoon there was a new roof: sails, tarpaulins, rice sacks, a wedding canopy, tied to whatever would hold a knot. It leaked. It was also, everybody noticed, several degrees cooler than the building it replaced.',
      ),
      gallery(
        figure(picture('marketMorning')),
        figure(picture('fruitCrates')),
        figure(picture('lanternNight', { caption: 'After dark the same cloths carry the light.' })),
      ),
      subheading('Three roofs, one thermometer'),
      paragraph(
        'A class from the upper school did what the planners had not, and hung the same thermometer under each roof at the same hour on three dry days. Their numbers are small and their method honest.',
      ),
      table(
        ['Roof', '9 in the morning', '2 in the afternoon'],
        ['Sheet iron, closed sides', '31 °C', '41 °C'],
        ['Cloth, open sides', '29 °C', '35 °C'],
        ['Rain trees by the landing', '28 °C', '33 °C'],
      ),
      paragraph(
        'Iron costs least on the day that it is bought. Cloth has to be mended, and trees take fifteen years. But ',
        bold('a market is not a shed with people in it'),
        '; it is a very large conversation, and nobody talks for long at forty-one degrees.',
      ),
      subheading('Build the shade first'),
      paragraph(
        'So here is a proposal, less handsome than the drawings. Put up the posts. Put up cloth between them, in the colours that the sellers choose. Plant the rain trees today, between the rows, and let the cloth come down one bay at a time as the branches arrive. The pupils’ notes are with ',
        link('the school’s weather club', 'https://weather-club.example.org/market-roof'),
        ', who will lend you the thermometer.',
      ),
      paragraph(
        'We shall have a finished market in fifteen years. We shall have a good one by the end of the month.',
      ),
    ),
};
