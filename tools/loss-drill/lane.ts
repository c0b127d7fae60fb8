import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import type { CleanUp } from '@/tools/running/clean-up';
import type { Random } from '@/tools/running/random';
import { KillableBrowser } from './browser';
import { causeFault, FAULTS, type Fault } from './faults';
import { keptTexts, listenToIndicators, textOf } from './in-page';
import { Ledger, type Loss } from './ledger';
import { Publication } from './publication';

/** A new post is started after this many rounds, so that texts stay short and rounds fast. */
const ROUNDS_IN_POST = 20;
const SETTLED_WITHIN_MS = 60_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The result of one round. */
export interface Round {
  fault: Fault;
  losses: Loss[];
  keys: number;
  claims: { saved: number; kept: number };
  /** How old the oldest lost key was, ms; null when the tab survived. */
  lostMs: number | null;
  /** Whether the text was recovered from this browser's own store. */
  wasOffered: boolean;
  tookMs: number;
}

/** One publication with one browser, drilled round after round. */
export class Scenario {
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  #postId = 0;
  #rounds = 0;
  #ledger = new Ledger('');

  private constructor(
    readonly publication: Publication,
    readonly browser: KillableBrowser,
    readonly random: Random,
  ) {}

  static async open(program: string, random: Random, cleanUp: CleanUp): Promise<Scenario> {
    const publication = await Publication.open(cleanUp);
    return new Scenario(publication, new KillableBrowser(program, cleanUp), random);
  }

  /** Types, causes a kill, and checks for every word. */
  async round(): Promise<Round> {
    const startedAt = Date.now();
    if (this.#rounds % ROUNDS_IN_POST === 0) await this.#beginPost();
    this.#rounds += 1;
    const page = this.#page ?? (await this.#open());
    const before = { length: this.#ledger.text.length, ...this.#ledger.checked };
    const fault = this.random.weighted(FAULTS);
    await this.type(page, this.random.between(1, 22));
    if (this.random.next() < 0.4) await pause(this.random.between(50, 1500));
    const left = await causeFault(fault, this, page);
    const ledger = this.#ledger;
    const after = left.lives ? await this.#goOn(page) : await this.#comeBack(left.diedAt);
    const { saved, kept } = ledger.checked;
    return {
      fault,
      ...after,
      keys: ledger.text.length - before.length,
      claims: { saved: saved - before.saved, kept: kept - before.kept },
      tookMs: Date.now() - startedAt,
    };
  }

  /** Presses keys at the pace of a fast typist. */
  async type(page: Page, keys: number): Promise<void> {
    for (let n = 0; n < keys; n += 1) {
      const key = LETTERS.charAt(this.random.between(0, LETTERS.length - 1));
      await page.keyboard.press(key);
      this.#ledger.typed(key, Date.now());
      await pause(this.random.between(5, 60));
    }
  }

  /**
   * Continues after the tab survived: half of the time waits until everything is saved, otherwise adds the next round.
   */
  async #goOn(page: Page): Promise<Pick<Round, 'losses' | 'lostMs' | 'wasOffered'>> {
    if (this.random.next() < 0.5) return this.#outcome(this.#ledger.judgeServer(this.#savedText()));
    await this.#settle(page);
    return this.#outcome(this.#ledger.judgeSettled(this.#savedText()));
  }

  #outcome(losses: Loss[]): Pick<Round, 'losses' | 'lostMs' | 'wasOffered'> {
    return { losses, lostMs: null, wasOffered: false };
  }

  /** Continues after the tab died: opens the post as its author would, accepts what is offered, and compares. */
  async #comeBack(diedAt: number): Promise<Pick<Round, 'losses' | 'lostMs' | 'wasOffered'>> {
    const ledger = this.#ledger;
    this.#page = null;
    await this.publication.ensure();
    const onServer = ledger.judgeServer(this.#savedText());
    const page = await this.#open();
    const wasOffered = await this.#takeOffer(page);
    const recovered = await textOf(page);
    const { losses, lostMs } = ledger.judgeRecovered(recovered, diedAt);
    this.#ledger = new Ledger(recovered);
    return { losses: [...onServer, ...losses], lostMs, wasOffered };
  }

  async #takeOffer(page: Page): Promise<boolean> {
    const offer = page.getByRole('button', { name: 'Use this version' }).first();
    // A text that did reach the server is removed from the store when the post is opened, and is not offered.
    const until = Date.now() + SETTLED_WITHIN_MS;
    while (Date.now() < until) {
      if (await offer.isVisible()) {
        await offer.click();
        await offer.waitFor({ state: 'detached' });
        await ready(page);
        return true;
      }
      if ((await keptTexts(page, this.#postId)) === 0) return false;
      await pause(30);
    }
    throw new Error('This browser keeps a text of the post and does not offer it.');
  }

  async #beginPost(): Promise<void> {
    await this.#page?.close();
    this.#page = null;
    this.#postId = this.publication.beginPost();
    this.#ledger = new Ledger('');
  }

  async #open(): Promise<Page> {
    if (!this.#context?.browser()?.isConnected()) {
      this.#context = await this.browser.start();
      await this.#context.addCookies([this.publication.session()]);
      await listenToIndicators(this.#context, (claim, text) => this.#ledger.claimed(claim, text));
    }
    await this.#context.setOffline(false);
    const page = await this.#context.newPage();
    await page.goto(`${this.publication.url}/admin/posts/${this.#postId}`);
    await ready(page);
    this.#page = page;
    return page;
  }

  async #settle(page: Page): Promise<void> {
    await page
      .locator('[data-part="save-indicator"][data-state="saved"]')
      .waitFor({ timeout: SETTLED_WITHIN_MS });
  }

  #savedText(): string {
    return this.publication.savedText(this.#postId);
  }
}

/** Waits until the editor listens, and puts the caret at the end. */
async function ready(page: Page): Promise<void> {
  const headline = page.getByRole('textbox', { name: 'Headline' });
  await headline.and(page.locator(':not([readonly])')).waitFor({ timeout: SETTLED_WITHIN_MS });
  await page.locator('[data-part="writing-body"]').click();
  await page.keyboard.press('Control+End');
}
