import type {JsonValue} from '../../base/json.js';
import {warningAt, type Problem} from '../../base/result.js';
import type {MaskToolName} from '../../editor/mask-board.js';
import {allTools} from './mask-keymap.js';

/** The tools a page allows, in the order of the bar; all where it names none. What is no tool is told. */
export function readTools(given: JsonValue | undefined): {
  readonly tools: readonly MaskToolName[];
  readonly problems: readonly Problem[];
} {
  if (given === undefined) return {tools: allTools, problems: []};
  const names = Array.isArray(given) ? (given as readonly JsonValue[]) : [given];
  const tools = allTools.filter((tool) => names.includes(tool));
  const unknown = names.filter((name) => !(allTools as readonly JsonValue[]).includes(name));
  const problems = unknown.map((name) =>
    warningAt(
      'tools',
      'tools/unknown',
      `"tools" names ${JSON.stringify(name)}, which is no tool. The tools are: ${allTools.join(', ')}.`,
    ),
  );
  // Areas can always be picked, to look at them.
  const withSelect = tools.includes('select') ? tools : (['select', ...tools] as const);
  return {tools: tools.length > 0 ? withSelect : allTools, problems};
}
