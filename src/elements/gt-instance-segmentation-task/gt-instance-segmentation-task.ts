import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {instanceSegmentation, type InstanceSegmentationAnswer} from '../../tasks/instance-segmentation.js';
import {MaskTaskElement} from '../mask-task/mask-task-element.js';

/**
 * @summary Instance segmentation: each thing in a picture with its own pixels and a label.
 *
 * Like semantic segmentation, with a list of things: Enter begins the next one, a label key changes the one that is
 * being painted, and things cannot overlap. The file of the mask is made when the answer is asked for.
 *
 * Colours on the screen are not those of the file: there every thing has a colour of its own that no other has. On the
 * screen things have the colour of their label, lighter or darker: its own `color`, or one of a palette that people with
 * colour blindness can tell apart.
 *
 * @slot short-instructions - A few sentences that stay in sight.
 * @slot full-instructions - Everything else, shown in a dialog.
 * @slot good-example - Pictures or figures that show it done well.
 * @slot bad-example - Pictures or figures that show a mistake.
 * @slot footer - Controls of the page, in the bar with Submit.
 * @fires {CustomEvent<{entry: ManifestEntry}>} gt-ready - The picture is shown and accepts input.
 * @fires {CustomEvent<{value: InstanceSegmentationAnswer}>} gt-change - The worker completed an edit.
 * @fires {CustomEvent<DraftDetail>} gt-draft - What is open, or how things are set up, has changed: at most four times a second.
 * @fires {CustomEvent<SubmitDetail>} gt-submit - The worker submitted. Cancelable.
 * @fires {CustomEvent<ErrorDetail>} gt-error - Something the page gave cannot be used, or the picture cannot be shown.
 * @csspart base - Everything.
 * @csspart header - The question.
 * @csspart stage - The picture and what lies over it.
 * @csspart tools - The bars with the tools and their settings.
 * @csspart labels - The panel with the labels and the list of things.
 * @csspart instructions - The instructions.
 * @csspart footer - The bar with Submit.
 */
export class GtInstanceSegmentationTask extends MaskTaskElement<InstanceSegmentationAnswer> {
  static override readonly taskType = instanceSegmentation;

  /** Each outline, fill and found thing begins an instance of its own: for many small things. */
  @property({type: Boolean, attribute: 'new-on-stroke'}) newOnStroke = false;

  constructor() {
    super(true);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('newOnStroke')) this.desk.board.set({isNewPerFill: this.newOnStroke});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-instance-segmentation-task': GtInstanceSegmentationTask;
  }
}
