import {baseKeymap, chainCommands, exitCode, setBlockType, toggleMark} from 'prosemirror-commands';
import {history, redo, undo} from 'prosemirror-history';
import {keymap} from 'prosemirror-keymap';
import {Schema, Slice, type MarkType, type Node as DocumentNode} from 'prosemirror-model';
import {liftListItem, sinkListItem, splitListItem, wrapInList} from 'prosemirror-schema-list';
import {EditorState, TextSelection, type Command} from 'prosemirror-state';
import {EditorView} from 'prosemirror-view';
import {richTextFromHtml} from './read-html.js';
import {plainTextOf, richTextOf, textColors, type RichText} from './rich-text.js';

/** The same members as {@link RichText}, as the editor wants them told. Its parser is never used: nothing is read from markup. */
const schema = new Schema({
  nodes: {
    doc: {content: 'block+'},
    paragraph: {group: 'block', content: 'inline*', toDOM: () => ['p', 0]},
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: {level: {default: 1}},
      defining: true,
      toDOM: ({attrs}) => [`h${Number(attrs['level']) + 3}`, 0],
    },
    bullet_list: {group: 'block', content: 'list_item+', toDOM: () => ['ul', 0]},
    ordered_list: {group: 'block', content: 'list_item+', toDOM: () => ['ol', 0]},
    list_item: {content: 'paragraph block*', defining: true, toDOM: () => ['li', 0]},
    image: {
      group: 'block',
      attrs: {src: {}, alt: {default: ''}},
      draggable: true,
      toDOM: ({attrs}) => ['img', {src: attrs['src'] as string, alt: attrs['alt'] as string}],
    },
    text: {group: 'inline'},
    hard_break: {inline: true, group: 'inline', selectable: false, toDOM: () => ['br']},
  },
  marks: {
    link: {
      attrs: {href: {}},
      inclusive: false,
      toDOM: ({attrs}) => ['a', {href: attrs['href'] as string}, 0],
    },
    color: {
      attrs: {color: {}},
      toDOM: ({attrs}) => {
        const span = document.createElement('span');
        span.style.color = textColors[attrs['color'] as string] ?? '';
        return {dom: span, contentDOM: span};
      },
    },
    strong: {toDOM: () => ['strong', 0]},
    em: {toDOM: () => ['em', 0]},
  },
});

const {nodes, marks} = schema;

/** What the buttons of an editor show. */
export interface EditorLook {
  readonly strong: boolean;
  readonly em: boolean;
  readonly link: string | undefined;
  readonly color: string | undefined;
  /** 0 for text, else the level of the heading. */
  readonly heading: number;
  readonly list: 'bullet_list' | 'ordered_list' | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Something is selected that a link could be made of. */
  readonly hasSelection: boolean;
}

/** How an editor is set up. */
export interface EditorOptions {
  readonly text: RichText;
  /** The accessible name. */
  readonly label: string;
  /** Called after every change of the text or of the selection. */
  readonly changed: (look: EditorLook, text: RichText | undefined) => void;
  /** A picture was pasted or dropped. */
  readonly picture: (file: File) => void;
}

/** An editor of formatted text in `place`, and what buttons can ask of it. */
export class RichTextEditor {
  readonly #view: EditorView;

  constructor(place: HTMLElement, {text, label, changed, picture}: EditorOptions) {
    this.#view = new EditorView(place, {
      state: EditorState.create({
        doc: documentOf(text),
        plugins: [history(), keymap(keys), keymap(baseKeymap)],
      }),
      attributes: {'aria-label': label, role: 'textbox', 'aria-multiline': 'true', dir: 'auto'},
      dispatchTransaction: (transaction) => {
        this.#view.updateState(this.#view.state.apply(transaction));
        changed(this.look, transaction.docChanged ? this.text : undefined);
      },
      handleDOMEvents: {
        paste: (view, event) => brought(view, event, event.clipboardData, picture),
        // What is moved inside the editor never was markup.
        drop: (view, event) => (view.dragging ? false : brought(view, event, event.dataTransfer, picture)),
      },
    });
  }

  get text(): RichText {
    return this.#view.state.doc.toJSON() as RichText;
  }

  get look(): EditorLook {
    const {state} = this.#view;
    const {$from, empty} = state.selection;
    const markAt = (type: MarkType) =>
      type.isInSet(state.storedMarks ?? $from.marksAcross(state.selection.$to) ?? $from.marks());
    const listDepth = Array.from({length: $from.depth}, (_, at) => $from.depth - at).find((depth) =>
      [nodes.bullet_list, nodes.ordered_list].includes($from.node(depth).type),
    );
    const list = listDepth === undefined ? undefined : $from.node(listDepth).type.name;
    return {
      strong: markAt(marks.strong) !== undefined,
      em: markAt(marks.em) !== undefined,
      link: markAt(marks.link)?.attrs['href'] as string | undefined,
      color: markAt(marks.color)?.attrs['color'] as string | undefined,
      heading: $from.parent.type === nodes.heading ? Number($from.parent.attrs['level']) : 0,
      list: list === 'bullet_list' || list === 'ordered_list' ? list : undefined,
      canUndo: undo(state),
      canRedo: redo(state),
      hasSelection: !empty,
    };
  }

  toggle(mark: 'strong' | 'em'): void {
    this.#run(toggleMark(marks[mark]));
  }

  /** 0 makes text of a heading. */
  setHeading(level: number): void {
    this.#run(level === 0 ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, {level}));
  }

  toggleList(kind: 'bullet_list' | 'ordered_list'): void {
    if (this.look.list === kind) this.#run(liftListItem(nodes.list_item));
    else this.#run(chainCommands(wrapInList(nodes[kind]), liftListItem(nodes.list_item)));
  }

  /** Colours what is selected, or what is typed next. */
  setColor(color: string | undefined): void {
    this.#setMark(marks.color, color === undefined ? undefined : {color});
  }

  /** Makes a link of what is selected; without a selection, of its own address. */
  setLink(href: string | undefined): void {
    const {state} = this.#view;
    const {empty, $from, from} = state.selection;
    if (empty && href !== undefined && !marks.link.isInSet($from.marks())) {
      const text = schema.text(href.replace(/^(https?:\/\/|mailto:)/, ''), [marks.link.create({href})]);
      this.#view.dispatch(state.tr.insert(from, text));
      this.focus();
      return;
    }
    this.#setMark(marks.link, href === undefined ? undefined : {href});
  }

  addPicture(src: string, alt: string): void {
    const {state} = this.#view;
    this.#view.dispatch(state.tr.replaceSelectionWith(nodes.image.create({src, alt})).scrollIntoView());
    this.focus();
  }

  undo(): void {
    this.#run(undo);
  }

  redo(): void {
    this.#run(redo);
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  #run(command: Command): void {
    command(this.#view.state, (transaction) => this.#view.dispatch(transaction), this.#view);
    this.focus();
  }

  #setMark(type: MarkType, attrs: Readonly<Record<string, string>> | undefined): void {
    const {state} = this.#view;
    const {empty, $from} = state.selection;
    const {from, to} = empty ? stretchOf(type, $from.parent, $from.start(), $from.pos) : state.selection;
    const {tr} = state;
    if (from === to) {
      this.#view.dispatch(attrs ? tr.addStoredMark(type.create(attrs)) : tr.removeStoredMark(type));
    } else {
      tr.removeMark(from, to, type);
      if (attrs) tr.addMark(from, to, type.create(attrs));
      this.#view.dispatch(tr);
    }
    this.focus();
  }
}

/** The stretch around the caret that has the mark; nothing wide where there is none. */
function stretchOf(
  type: MarkType,
  parent: DocumentNode,
  start: number,
  caret: number,
): {from: number; to: number} {
  let stretch = {from: caret, to: caret};
  parent.forEach((child, offset) => {
    const from = start + offset;
    const to = from + child.nodeSize;
    if (type.isInSet(child.marks) && from <= caret && caret <= to) stretch = {from, to};
  });
  return stretch;
}

const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

const keys: Readonly<Record<string, Command>> = {
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.em),
  Enter: splitListItem(nodes.list_item),
  'Shift-Enter': breakLine,
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
};

function documentOf(text: RichText): DocumentNode {
  const content = text.content.length > 0 ? text.content : [{type: 'paragraph'}];
  try {
    const made = schema.nodeFromJSON({...text, content});
    made.check();
    return made;
  } catch {
    // What fits no document of the editor, such as a list item that begins with a picture, is at least its words.
    return schema.nodeFromJSON(richTextOf(plainTextOf(text)));
  }
}

/** Takes in what was pasted or dropped by our own reading of it. True: the editor leaves it alone. */
function brought(
  view: EditorView,
  event: Event,
  data: DataTransfer | null,
  picture: (file: File) => void,
): boolean {
  event.preventDefault();
  if (!data) return true;
  if (event instanceof DragEvent) placeCaret(view, event);
  const files = [...data.files].filter(({type}) => type.startsWith('image/'));
  for (const file of files) picture(file);
  if (files.length > 0) return true;
  const html = data.getData('text/html');
  const read = html === '' ? undefined : richTextFromHtml(html);
  if (read) {
    const slice = Slice.maxOpen(documentOf(read).content);
    view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
  } else view.pasteText(data.getData('text/plain'));
  return true;
}

function placeCaret(view: EditorView, {clientX, clientY}: DragEvent): void {
  const at = view.posAtCoords({left: clientX, top: clientY});
  if (!at) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
}
