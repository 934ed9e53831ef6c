import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {KeymapChanges, ShortcutScope} from '../../editor/keymap.js';
import {defaultAttributeName} from '../../formats/names.js';
import type {ResolveSource} from '../../media/resolve.js';
import type {Coordinates, TaskType} from '../../tasks/task.js';
import {fillIn} from './fill-in.js';
import {FormElement} from './form-element.js';

/** What these properties are while the page has not set them. */
const defaults = {
  src: '',
  text: '',
  header: '',
  name: '',
  jobName: 'labeling-job',
  labelAttributeName: '',
  workerId: '',
  objectId: 0,
  shortcuts: 'all',
  coordinates: 'stored',
} as const;

/** What a page sets of every task, apart from what is read with the item: names of the job, and what people may do. */
export abstract class TaskProperties extends FormElement {
  /** The kind of task. Each element names its own. */
  static readonly taskType: TaskType;

  /** The address of a picture, where there is no entry. */
  @property() src = '';

  /** The text to label, where there is no entry. */
  @property() text = '';

  /** The question above the data. */
  @property() header = '';

  /** The job's name for the output metadata. */
  @property({attribute: 'job-name'}) jobName = 'labeling-job';

  /** The key of the label in the output line; the job's name when left out. */
  @property({attribute: 'label-attribute-name'}) labelAttributeName = '';

  /** The item's number in its manifest, from 0. The names of mask files begin with it. */
  @property({type: Number, attribute: 'object-id'}) objectId = 0;

  /** Who works, for the answer. */
  @property({attribute: 'worker-id'}) workerId = '';

  /** Shows the item and the answer, and lets nobody change it. */
  @property({type: Boolean, reflect: true}) readonly = false;

  /**
   * For tasks that give positions in a picture: whether these count in the file's own pixel grid (`stored`) or in the
   * picture as it is shown, turned upright (`displayed`).
   */
  @property() coordinates: Coordinates = 'stored';

  /** Hides the element's own Submit button, where a form or a session submits. */
  @property({type: Boolean, attribute: 'no-submit'}) noSubmit = false;

  /** Which shortcuts run: all, only those with a modifier, or none. */
  @property() shortcuts: ShortcutScope = 'all';

  /** Changes to the keys: command → key, keys, or `null` for none. */
  @property({attribute: false}) keymap: KeymapChanges = {};

  /** Turns `s3://…` and other references into something a browser can load. */
  @property({attribute: false}) resolveSource: ResolveSource | undefined;

  protected get taskType(): TaskType {
    return (this.constructor as typeof TaskProperties).taskType;
  }

  protected get isLocked(): boolean {
    return this.readonly || this.isDisabled;
  }

  /** The job's name, given or by default. */
  protected get outputJobName(): string {
    return this.jobName || defaults.jobName;
  }

  /** The key of the label in the output line, given or by default. */
  get outputAttribute(): string {
    const {isLabelFile = false} = this.taskType;
    return this.labelAttributeName || defaultAttributeName(this.outputJobName, isLabelFile);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    fillIn<TaskProperties>(this, defaults);
  }
}
