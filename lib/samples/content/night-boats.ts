import { blockquote, body, figure, paragraph, subheading } from './nodes';
import type { SamplePost } from './sample';

/** A republished report with its source, three authors, and a photo with caption and credit. */
export const nightBoats: SamplePost = {
  slug: 'fishing-families-agree-to-dark-nights',
  language: 'en',
  kind: 'post',
  daysAgo: 17,
  headline: 'Fishing families agree to four dark nights a month',
  standfirst:
    'Crews on both banks will leave their lamps unlit around each new moon, in the hope that the young fish come back.',
  authors: ['orla', 'piseth', 'jun'],
  topics: ['river'],
  lead: 'ferryLanding',
  source: {
    publication: 'The Delta Courier',
    url: 'https://courier.example.org/river/four-dark-nights',
    authors: ['Orla Venn', 'Piseth Maro', 'Jun Castellane'],
    agency: 'Riverline News Agency',
    rights: 'Republished with permission of The Delta Courier. All rights reserved.',
    daysBefore: 2,
  },
  body: (picture) =>
    body(
      paragraph(
        'KAMPONG PHKAY — More than two hundred fishing families agreed on Saturday to keep their lamps dark for four nights around every new moon, ending a dispute that had divided the two banks of the river for most of a decade.',
      ),
      paragraph(
        'The agreement, read aloud at the old ferry landing and then signed on the bonnet of a pick-up truck, has no force in law. Those who signed it said that this was the point.',
      ),
      blockquote(
        paragraph(
          '“A rule that somebody else makes is a rule that you look for a way around,” said the chair of the left-bank crews, who has fished the reach since she was nine. “This one we made. Whom would we be cheating?”',
        ),
      ),
      paragraph(
        'Lamp fishing draws small fish to the surface in such numbers that a single net can fill a boat before midnight. It also draws fish too young to have spawned. Catches on the reach have fallen for six seasons in a row, according to the crews’ own tally, which is kept in chalk on the wall of the ice house.',
      ),
      figure(
        picture('lanternNight', {
          caption:
            'Lamps on the water below the ice house, on the last night before the agreement took effect.',
        }),
      ),
      subheading('A wall of chalk'),
      paragraph(
        'It was the wall that settled the matter. For years each bank had accused the other of taking too much. Last winter a schoolteacher copied both banks’ figures into one column, and the crews saw that they had been losing the same fish in the same months.',
      ),
      paragraph(
        'Under the agreement each bank sends one boat out on the dark nights, without nets, to see that the other keeps its word. The two boats are to share a thermos. A member of the committee said the clause had been meant as a joke and was the only one to pass without debate.',
      ),
      paragraph(
        'The crews will look at the wall again after three seasons. If the column has not turned by then, they will meet, as one of them put it, “in the light, and think of something else.”',
      ),
    ),
};
