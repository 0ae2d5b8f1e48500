import { setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, placeholder as hint } from "@codemirror/view";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mark } from "./mark";
import classes from "./code.module.css";
import { type CodeLanguage, languageOf, type Words } from "./language";
import { phrasesOf } from "./phrases";
import { setup } from "./setup";

/** Both from 1. */
export interface Place {
  line: number;
  column: number;
}

export interface EditorProps {
  /** Names the editor for those who hear it. */
  label: string;
  language: CodeLanguage;
  value: string;
  change(value: string): void;
  words?: Words;
  marks?: readonly Mark[];
  placeholder?: string;
  readOnly?: boolean;
  /** Puts the cursor there each time that it is another object. */
  jump?: Place | undefined;
}

const NO_WORDS: Words = { variables: [], values: {} };
const NO_MARKS: readonly Mark[] = [];

/** A text with highlighting, completion and marks. What is typed is told; another `value` takes its place. */
export function CodeEditor(props: EditorProps) {
  const { t } = useTranslation("writing");
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [view, setView] = useState<EditorView>();
  const place = useCallback(
    (parent: HTMLDivElement | null) => {
      if (!parent) return;
      const opened = open(parent, latest, phrasesOf(t));
      setView(opened);
      return () => opened.destroy();
    },
    [t],
  );
  useShown(view, props);
  return <div ref={place} className={classes.editor} />;
}

function open(
  parent: HTMLElement,
  latest: { current: EditorProps },
  phrases: Record<string, string>,
): EditorView {
  const { label, language, value, placeholder = "", readOnly = false } = latest.current;
  const told = EditorView.updateListener.of((update) => {
    const text = update.state.doc.toString();
    // What came from outside is known there.
    if (update.docChanged && text !== latest.current.value) latest.current.change(text);
  });
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: value,
      extensions: [
        setup(label, phrases),
        languageOf(language, () => latest.current.words ?? NO_WORDS),
        hint(placeholder),
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
        told,
      ],
    }),
  });
}

/** Brings what the page knows into the view. */
function useShown(view: EditorView | undefined, { value, marks = NO_MARKS, jump }: EditorProps): void {
  // Before the next key: what is typed in between would be taken away.
  useLayoutEffect(() => {
    const length = view?.state.doc.length ?? 0;
    if (view && view.state.doc.toString() !== value)
      view.dispatch({ changes: { from: 0, to: length, insert: value } });
  }, [view, value]);
  useEffect(() => {
    if (!view) return;
    const { length } = view.state.doc;
    // The text may be shorter by now than the one that they were found in.
    const fitting = marks.map((mark) => ({
      ...mark,
      from: Math.min(mark.from, length),
      to: Math.min(mark.to, length),
    }));
    view.dispatch(setDiagnostics(view.state, fitting));
  }, [view, marks]);
  useEffect(() => {
    if (!view || !jump) return;
    const { doc } = view.state;
    const { from, to } = doc.line(Math.min(jump.line, doc.lines));
    view.dispatch({ selection: { anchor: Math.min(from + jump.column - 1, to) }, scrollIntoView: true });
    view.focus();
  }, [view, jump]);
}
