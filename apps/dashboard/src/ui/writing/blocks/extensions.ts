import { type AnyExtension, Extension } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";

/** What can stand in a text; in a line there is one paragraph. */
export function extensionsFor(line: boolean): AnyExtension[] {
  const words = [Paragraph, Text, Bold, Italic, HardBreak, UndoRedo, LINK];
  if (line) return [Document.extend({ content: "paragraph" }), OneLine, ...words];
  // An item is one paragraph: mail programs do not agree on lists in lists.
  return [Document, ...words, BulletList, OrderedList, ListItem.extend({ content: "paragraph" }), ListKeymap];
}

/** Links are Liquid too, so none is made of what is typed, and none is refused here: the API says which it takes. */
const LINK = Link.configure({
  ...{ autolink: false, linkOnPaste: true, openOnClick: false },
  HTMLAttributes: { target: null, rel: null },
  isAllowedUri: (url) => !/^\s*(javascript|data|vbscript):/i.test(url),
});

const OneLine = Extension.create({
  name: "oneLine",
  addKeyboardShortcuts: () => ({ Enter: () => true }),
});
