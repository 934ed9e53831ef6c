import type {TemplateResult} from 'lit';
import type {JsonObject} from '../../base/json.js';
import type {Problem} from '../../base/result.js';
import type {Keymap} from '../../editor/keymap.js';
import type {ManifestEntry} from '../../formats/entry.js';
import type {MaskRequest} from '../../tasks/mask-file.js';
import type {Task} from '../../tasks/task.js';
import type {Finished, Said} from './finished-answer.js';
import type {ShortcutRow} from './shortcut-list.js';
import {TaskProperties} from './task-properties.js';

/** What each kind of task element says of itself, and what it is told: the places where they differ. */
export abstract class TaskHooks<Answer extends JsonObject = JsonObject> extends TaskProperties {
  /** The commands of this element and their keys. */
  protected abstract get defaultKeymap(): Keymap;
  /** Facts of the task for that entry, besides the entry and the labels. */
  protected abstract taskOptions(entry: ManifestEntry): Partial<Task>;
  /** The item: picture, text or slotted content. */
  protected abstract renderStage(): TemplateResult;
  /** What stands beside the item. */
  protected abstract renderSide(): TemplateResult;
  /** Lines of the shortcuts page about labels that stand for no single command. */
  protected abstract get shortcutRows(): readonly ShortcutRow[];
  /** Such lines about the work itself. */
  protected get workRows(): readonly ShortcutRow[] {
    return [];
  }
  /** Puts the focus where a problem is corrected. */
  protected abstract focusPlace(at: string): void;
  /** What the focus goes to when the element gets it. */
  protected abstract get focusTarget(): HTMLElement | null;

  /** Called before another item is opened, while the work on this one is still there. */
  protected itemLeft(): void {}

  /** Called when another item has been opened, before it is rendered. */
  protected itemOpened(): void {}

  /** Called when the page has set another answer or history for the item that is open. */
  protected answerGiven(): void {}

  /**
   * Called whenever the item is opened, with the mask files that it starts with. A subclass whose task type has such
   * loads them, gives them as `masks` in `taskOptions` and then calls `taskChanged`, which opens the item again.
   */
  protected masksWanted(_requests: readonly MaskRequest[]): void {}

  /** What is open and only the person can accept or drop: it would be left out of what is submitted. */
  protected get undecided(): readonly Problem[] {
    return [];
  }

  /**
   * Waits for what was asked for and is not in the answer yet, such as an area that is being filled. With `endsStrokes`
   * what the hand or the keyboard is just doing becomes a step too. Nothing when there is nothing to wait for.
   */
  protected settle(_endsStrokes: boolean): Promise<void> | undefined {
    return undefined;
  }

  /**
   * Completes an answer. Subclasses make what takes time here, from `said` alone: the element may show something else
   * when it is done.
   */
  protected async finish({answer, task}: Said<Answer>): Promise<Finished<Answer>> {
    return {answer, task, files: []};
  }
}
