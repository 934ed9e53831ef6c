import type {Problem} from '../../base/result.js';
import type {Strings} from '../../strings/strings.js';
import type {JobDraft, StepName} from '../draft-job.js';
import type {JobDefinition} from '../job.js';

/** What the steps of the wizard show, and what they can ask for. */
export interface WizardModel {
  readonly draft: JobDraft;
  readonly words: Strings['wizard'];
  readonly portalWords: Strings['portal'];
  readonly deliveryWords: Strings['delivery'];
  /** How many items are chosen; unknown while they are being counted. */
  readonly chosen: number | undefined;
  /** What is to be told at a step now. */
  readonly problems: (step: StepName) => readonly Problem[];
  readonly change: (part: Partial<JobDraft>) => void;
  readonly define: (part: Partial<JobDefinition>) => void;
  readonly go: (step: StepName) => void;
}

export const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
