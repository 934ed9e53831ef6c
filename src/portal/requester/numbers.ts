import type {ObjectRow} from './object-rows.js';

/** What is counted of one worker. */
export interface WorkerNumbers {
  readonly worker: string;
  readonly answers: number;
  readonly accepted: number;
  readonly rejected: number;
  /** The median seconds for an object; nothing when it is not known of any. */
  readonly seconds: number | undefined;
}

/** A count of something that has a name. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Answers of one day, as `2026-11-22` where the person is who looks, by worker. */
export interface DayNumbers {
  readonly day: string;
  readonly count: number;
  readonly byWorker: ReadonlyMap<string, number>;
}

/** How many answers took from so many seconds up to, but without, so many. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Borders of the spans of time, in seconds: close where most answers are, wide where few are. */
export const timeBorders = [0, 2, 5, 10, 20, 30, 60, 120, 300, 600, Infinity] as const;

interface Tally {
  answers: number;
  accepted: number;
  rejected: number;
  readonly seconds: number[];
}

/** Counts the answers of a job, page by page. */
export class Numbers {
  readonly #workers = new Map<string, Tally>();
  readonly #days = new Map<string, Map<string, number>>();
  readonly #labels = new Map<string, number>();
  readonly #spans = timeBorders.slice(1).map(() => 0);
  #objects = 0;

  add(rows: readonly ObjectRow[]): void {
    for (const {answers} of rows) {
      this.#objects++;
      for (const {worker, at, seconds, labels, verdict} of answers) {
        const tally = this.#workers.get(worker) ?? {answers: 0, accepted: 0, rejected: 0, seconds: []};
        this.#workers.set(worker, tally);
        tally.answers++;
        if (verdict === 'accepted') tally.accepted++;
        if (verdict === 'rejected') tally.rejected++;
        if (seconds !== undefined) {
          tally.seconds.push(seconds);
          const span = timeBorders.findIndex((border) => seconds < border) - 1;
          this.#spans[Math.max(0, span)]!++;
        }
        const day = this.#days.get(dayOf(at)) ?? new Map<string, number>();
        this.#days.set(dayOf(at), day);
        day.set(worker, (day.get(worker) ?? 0) + 1);
        for (const label of labels) this.#labels.set(label, (this.#labels.get(label) ?? 0) + 1);
      }
    }
  }

  /** Objects that somebody has answered. */
  get objects(): number {
    return this.#objects;
  }

  get answers(): number {
    return sum(this.workers.map(({answers}) => answers));
  }

  /** The part of the answers that were judged, and accepted; nothing when none was judged. */
  get acceptance(): number | undefined {
    const accepted = sum(this.workers.map((one) => one.accepted));
    const judged = accepted + sum(this.workers.map((one) => one.rejected));
    return judged === 0 ? undefined : accepted / judged;
  }

  /** The median over all answers. */
  get seconds(): number | undefined {
    return median([...this.#workers.values()].flatMap(({seconds}) => seconds));
  }

  /** Whoever answered most comes first. */
  get workers(): readonly WorkerNumbers[] {
    return Array.from(this.#workers, ([worker, {answers, accepted, rejected, seconds}]) => ({
      worker,
      answers,
      accepted,
      rejected,
      seconds: median(seconds),
    })).toSorted((a, b) => b.answers - a.answers || (a.worker < b.worker ? -1 : 1));
  }

  /** Every day from the first to the last, also those without answers. */
  get days(): readonly DayNumbers[] {
    const known = [...this.#days.keys()].toSorted();
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    const days: DayNumbers[] = [];
    for (let day = first; day <= last && days.length < mostDays; day = nextDay(day)) {
      const byWorker = this.#days.get(day) ?? new Map<string, number>();
      days.push({day, count: sum([...byWorker.values()]), byWorker});
    }
    return days;
  }

  /** The label said most comes first. */
  get labels(): readonly Count[] {
    return Array.from(this.#labels, ([name, count]) => ({name, count})).toSorted(
      (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1),
    );
  }

  get times(): readonly TimeSpan[] {
    return this.#spans.map((count, at) => ({from: timeBorders[at]!, to: timeBorders[at + 1]!, count}));
  }
}

/** Days of more than ten years are no work on one job, but a wrong clock. */
const mostDays = 3660;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function median(numbers: readonly number[]): number | undefined {
  const sorted = Float64Array.from(numbers).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** The day on which something happened, where the person is who looks. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return dayText(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

const dayText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function nextDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const next = new Date(Date.UTC(year, month - 1, date + 1));
  return dayText(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate());
}
