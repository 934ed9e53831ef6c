import {semanticSegmentation, type SemanticSegmentationAnswer} from '../../tasks/semantic-segmentation.js';
import {MaskTaskElement} from '../mask-task/mask-task-element.js';

/**
 * @summary Semantic segmentation: a label for each pixel of a picture, by mouse, pen, finger or keyboard.
 *
 * Brush, outlines, fills, a wand, superpixels and a segmenter that needs no server write into one map with exactly one
 * label per pixel. An earlier mask of the entry, or `initialValue`, is where the worker starts. The file of the mask is
 * made when the answer is asked for: `getAnswer()` and `gt-submit` have it, `value` does not.
 *
 * Colours on the screen are not those of the file. A label without a `color` of its own is shown in a palette that people
 * with colour blindness can tell apart, and stands in the answer and the file with a colour of Ground Truth's sequence
 * (`#2ca02c`, `#1f77b4`, `#ff7f0e` …), or with the one that an earlier mask gave it. A label's own `color` is shown, and
 * written where no earlier mask has another.
 *
 * @slot short-instructions - A few sentences that stay in sight.
 * @slot full-instructions - Everything else, shown in a dialog.
 * @slot good-example - Pictures or figures that show it done well.
 * @slot bad-example - Pictures or figures that show a mistake.
 * @slot footer - Controls of the page, in the bar with Submit.
 * @fires {CustomEvent<{entry: ManifestEntry}>} gt-ready - The picture is shown and accepts input.
 * @fires {CustomEvent<{value: SemanticSegmentationAnswer}>} gt-change - The worker completed an edit.
 * @fires {CustomEvent<DraftDetail>} gt-draft - What is open, or how things are set up, has changed: at most four times a second.
 * @fires {CustomEvent<SubmitDetail>} gt-submit - The worker submitted. Cancelable.
 * @fires {CustomEvent<ErrorDetail>} gt-error - Something the page gave cannot be used, or the picture cannot be shown.
 * @csspart base - Everything.
 * @csspart header - The question.
 * @csspart stage - The picture and what lies over it.
 * @csspart tools - The bars with the tools and their settings.
 * @csspart labels - The panel with the labels.
 * @csspart instructions - The instructions.
 * @csspart footer - The bar with Submit.
 */
export class GtSegmentationTask extends MaskTaskElement<SemanticSegmentationAnswer> {
  static override readonly taskType = semanticSegmentation;

  constructor() {
    super(false);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-segmentation-task': GtSegmentationTask;
  }
}
