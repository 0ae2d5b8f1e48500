import { Editor } from "@tiptap/core";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import classes from "./rich-text.module.css";
import { extensionsFor } from "./extensions";
import { isSame, type TextPart } from "./model";
import { usePlace } from "./place";
import { docOf, lineOf, partsOf } from "./rich-text";
import { RichTextBar } from "./rich-text-bar";

interface Props {
  /** Names it for those who hear it. */
  label: string;
  parts: TextPart[];
  change(parts: TextPart[]): void;
  /** It has one paragraph and no list. */
  line?: boolean;
}

/** Words that can be bold, slanted, linked and listed. What is typed is told; other `parts` take its place. */
export function RichText(props: Props) {
  const { readOnly } = usePlace();
  const { parts, label, line = false } = props;
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [editor, setEditor] = useState<Editor>();
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      if (!element) return;
      const opened = open(element, latest, { label, line, readOnly });
      setEditor(opened);
      return () => opened.destroy();
    },
    [label, line, readOnly],
  );
  useLayoutEffect(() => {
    if (editor && !editor.isDestroyed && !isSame(read(editor, line), parts))
      editor.commands.setContent(docOf(parts), { emitUpdate: false });
  }, [editor, line, parts]);
  return (
    <div className={classes.field}>
      {editor && !readOnly && <RichTextBar editor={editor} line={line} label={label} />}
      <div ref={place} className={line ? classes.line : classes.words} />
    </div>
  );
}

interface Kind {
  label: string;
  line: boolean;
  readOnly: boolean;
}

function open(element: HTMLElement, latest: { current: Props }, { label, line, readOnly }: Kind): Editor {
  return new Editor({
    element,
    extensions: extensionsFor(line),
    content: docOf(latest.current.parts),
    editable: !readOnly,
    // Its styles are in our own sheet: the page's policy takes no others.
    injectCSS: false,
    editorProps: {
      attributes: { role: "textbox", "aria-label": label, "aria-multiline": String(!line), tabindex: "0" },
    },
    onUpdate({ editor }) {
      const parts = read(editor, line);
      // What came from outside is known there.
      if (!isSame(parts, latest.current.parts)) latest.current.change(parts);
    },
  });
}

function read(editor: Editor, line: boolean): TextPart[] {
  const doc = editor.getJSON();
  return line ? [{ type: "paragraph", spans: lineOf(doc) }] : partsOf(doc);
}
