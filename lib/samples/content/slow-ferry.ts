import {
  body,
  bulletList,
  callout,
  card,
  code,
  codeBlock,
  footnote,
  italic,
  paragraph,
  pullQuote,
  subheading,
  subscript,
  task,
  taskList,
} from './nodes';
import type { SamplePost } from './sample';

/** An original opinion piece with a lead picture, lists, boxes, spreadsheet cells, a card and a footnote. */
export const slowFerry: SamplePost = {
  slug: 'in-praise-of-the-slow-ferry',
  language: 'en',
  kind: 'post',
  daysAgo: 3,
  headline: 'In praise of the slow ferry',
  standfirst:
    'The new bridge saves nineteen minutes. Before Kampong Phkay sells its boats, it should ask what those minutes were for.',
  authors: ['tomas'],
  topics: ['river', 'public-life'],
  lead: 'riverDusk',
  seoDescription: 'Why a river town with a new bridge should keep its old ferry: a case in five parts.',
  body: () =>
    body(
      paragraph(
        'There is a sound that everyone in Kampong Phkay knows and nobody has ever described to my satisfaction: the note that the ferry makes when its ramp meets the landing. It is lower than a bell and longer than a knock. For forty years it has told the left bank that the right bank has arrived.',
      ),
      paragraph(
        'In the spring it will stop. The bridge is finished, the ribbon is ordered, and the council has put the three boats on its list of things to be sold. I have read the list. They stand between a photocopier and a quantity of chairs.',
      ),
      paragraph(
        'I do not want to argue against the bridge. It is a good bridge. An ambulance will cross it in two minutes, and anyone who has waited at the landing with a sick child needs no further reason. My argument is only that a bridge and a ferry do different things, and that we are about to throw one away because it is bad at being the other.',
      ),
      subheading('What nineteen minutes are made of'),
      paragraph(
        'The crossing takes twenty-one minutes, the bridge will take two, and so the council speaks of nineteen minutes saved.',
        footnote(
          'The council counts from ramp to ramp on a day without wind. In the wet season the boat is slower and the saving greater.',
        ),
        ' I kept the timetable for eleven years, and I can tell you what was in them. Homework, mostly finished. Two marriages that I know of. A quarrel over a boundary fence that was settled in mid-river, because neither party could leave.',
      ),
      pullQuote(
        'A bridge is a way of not being on the river. A ferry is the only street in town where nobody can hurry.',
      ),
      paragraph(
        'People who study towns have a dry name for such places: ',
        italic('third rooms'),
        ', neither home nor work. Most of ours have closed. The ferry survived because it never claimed to be anything but transport.',
      ),
      subheading('A modest timetable'),
      paragraph(
        'Nobody needs three boats every twenty minutes once the bridge is open. But one boat could keep:',
      ),
      bulletList(
        ['a morning crossing for the market women, whose carts are not allowed on the bridge;'],
        [
          'a school crossing at seven and at four, since the bridge has no footpath wide enough for two hundred children;',
        ],
        ['an evening crossing, slow on purpose, for anyone who wants one;'],
        ['a skipper in training, so that the skill outlives the men who have it.'],
      ),
      paragraph(
        'That is four crossings a day and one boat. It would cost the town less than the lights on the bridge. If after two years the benches are empty, sell it then, and I will carry the chairs out myself.',
      ),
      callout(
        'correction',
        paragraph(
          'An earlier version of this piece gave the boat four crossings on Sundays too. On Sundays it would rest.',
        ),
      ),
      paragraph(
        'The sheet on which the council did its sums was read out at the hall, and I asked for it. One cell says ',
        code('=B1*B2*B3*365'),
        ', and all the rest follows from what stands above it:',
      ),
      codeBlock(
        'Sheet',
        'B1  =21-2   minutes saved',
        'B2  640     people a day',
        'B3  0.04    worth of a minute',
        'B4  =B1*B2*B3*365',
      ),
      paragraph(
        'Nowhere does it say what a minute on the water is worth to the one who spends it there, nor what the lights on the bridge will burn: some forty tonnes of CO',
        subscript('2'),
        ' a year, by the builder’s own account.',
      ),
      subheading('What is left to do'),
      taskList(
        task(true, 'Ask for the list of things to be sold.'),
        task(
          false,
          'Speak at the hall before the ribbon is cut.',
          taskList(
            task(true, 'Find out on which evening.'),
            task(false, 'Bring somebody who is not a writer.'),
          ),
        ),
        task(false, 'Cross once more, and take a child.'),
      ),
      callout(
        'note',
        paragraph('The council meets on the first Tuesday of the month. Anyone may speak for three minutes.'),
        bulletList(['Names are taken at the door.'], ['Letters are read aloud if they are short.']),
      ),
      card({
        url: 'https://example.org/ferries/timetable',
        title: 'The ferry’s last timetable',
        text: 'Every crossing from the landing until spring, with the evenings on which the boat turns back early.',
        site: 'Kampong Phkay landing',
      }),
      paragraph(
        'Until then, let us not confuse arriving sooner with having somewhere better to be. The river is not an obstacle between two halves of a town. It is the middle of it.',
      ),
    ),
};
