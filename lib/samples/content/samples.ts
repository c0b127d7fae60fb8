import { aboutEnglish, aboutKhmer } from './about';
import { benches } from './benches';
import { eveningLibraryEnglish } from './evening-library-en';
import { eveningLibraryKhmer } from './evening-library-km';
import { marketRoof } from './market-roof';
import { nightBoats } from './night-boats';
import type { SamplePost } from './sample';
import { slowFerry } from './slow-ferry';

/** Every sample post, oldest first; a translation follows its original. */
export const samplePosts: SamplePost[] = [
  aboutEnglish,
  aboutKhmer,
  ...benches,
  marketRoof,
  nightBoats,
  eveningLibraryEnglish,
  eveningLibraryKhmer,
  slowFerry,
];
