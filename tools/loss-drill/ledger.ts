/** What the indicator said of a text. */
export type Claim = 'saved' | 'kept';

/** A promise that was broken, in words. */
export interface Loss {
  what: string;
  expected: string;
  found: string;
}

/** Typing older than this when the browser is killed must be recovered, ms. */
export const MAX_LOSS_MS = 1000;

/**
 * What was typed into one post, when, and what the indicator called saved or kept. Text only grows, so a text contains
 * another when it begins with it.
 */
export class Ledger {
  #text: string;
  #keys: { at: number; length: number }[] = [];
  #claims: Record<Claim, string> = { saved: '', kept: '' };
  #checked = { saved: 0, kept: 0 };

  constructor(begun: string) {
    this.#text = begun;
  }

  /** Everything typed so far. */
  get text(): string {
    return this.#text;
  }

  /** How often the indicator called something saved and kept. */
  get checked(): Record<Claim, number> {
    return { ...this.#checked };
  }

  typed(key: string, at: number): void {
    this.#text += key;
    this.#keys.push({ at, length: this.#text.length });
  }

  /** Records what the indicator said when the editor had this text. */
  claimed(claim: Claim, text: string): void {
    this.#checked[claim] += 1;
    if (text.length > this.#claims[claim].length) this.#claims[claim] = text;
  }

  /** Returns what the server lacks of everything that was called saved. */
  judgeServer(servers: string): Loss[] {
    return missing('called saved, and not on the server', this.#claims.saved, servers);
  }

  /**
   * Returns what is lost after a tab or the browser died at `diedAt`, and the author accepted what was offered.
   * @returns the losses, and how old the oldest lost key was, ms.
   */
  judgeRecovered(recovered: string, diedAt: number): { losses: Loss[]; lostMs: number } {
    const firstGone = this.#keys.find(({ length }) => length > recovered.length);
    const lostMs = firstGone ? Math.max(0, diedAt - firstGone.at) : 0;
    const losses = [
      ...missing('called saved, and not found again', this.#claims.saved, recovered),
      ...missing('called kept, and not found again', this.#claims.kept, recovered),
      ...missing('what is there was never typed', recovered, this.#text),
    ];
    if (lostMs > MAX_LOSS_MS)
      losses.push({
        what: `typed ${lostMs} ms before the end, and gone`,
        expected: this.#text,
        found: recovered,
      });
    return { losses, lostMs };
  }

  /** Returns what is lost although the tab survived and everything was saved in the end. */
  judgeSettled(servers: string): Loss[] {
    return servers === this.#text
      ? []
      : [{ what: 'typed, saved in the end, and not there', expected: this.#text, found: servers }];
  }
}

function missing(what: string, expected: string, found: string): Loss[] {
  return found.startsWith(expected) ? [] : [{ what, expected, found }];
}
