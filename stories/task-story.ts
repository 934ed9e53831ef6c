import {html, type TemplateResult} from 'lit';
import {instructionNodes} from './instructions.js';

/** What every story of a task element can be given besides the properties of the element. */
export interface TaskStoryArguments {
  withInstructions?: boolean;
  height?: string;
  width?: string;
}

/** Shows a task element with these properties, in a place of that size. */
export function renderTask(tag: string): (given: TaskStoryArguments) => TemplateResult {
  return ({withInstructions, width = '100%', height = '100vh', ...properties}) => {
    const box = document.createElement('div');
    Object.assign(box.style, {width, height, maxWidth: '100%'});
    const element = document.createElement(tag);
    // A story looks the same however often it has been opened.
    Object.assign(element, {jobName: `story-${crypto.randomUUID()}`, ...properties});
    if (withInstructions) void instructionNodes().then((nodes) => element.append(...nodes));
    box.append(element);
    return html`${box}`;
  };
}
