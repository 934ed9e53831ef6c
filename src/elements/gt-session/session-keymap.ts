import type {Keymap} from '../../editor/keymap.js';

/** The keys that move through a job. Everything about the item itself belongs to the task element. */
export const sessionKeymap: Keymap = [
  {command: 'submit', keys: ['Enter', 'Ctrl+Enter']},
  {command: 'skip', keys: ['Ctrl+Shift+Enter']},
  {command: 'next', keys: ['PageDown']},
  {command: 'previous', keys: ['PageUp']},
  {command: 'save', keys: ['Ctrl+S']},
];

/** The keys of a session around a task that has its own key for Submit, such as one in which Enter draws. */
export function sessionKeymapAround(task: Keymap | undefined): Keymap {
  const submit = task?.find(({command}) => command === 'submit');
  return submit ? sessionKeymap.map((own) => (own.command === 'submit' ? submit : own)) : sessionKeymap;
}

/** Those that also work while typing in a field of the item, such as the comment. */
export const whileTyping: Keymap = sessionKeymap.map(({command, keys}) => ({
  command,
  keys: keys.filter((key) => key.startsWith('Ctrl+')),
}));
