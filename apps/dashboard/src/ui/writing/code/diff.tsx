import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { styleNonce } from "../../nonce";
import classes from "./code.module.css";
import { type CodeLanguage, languageOf } from "./language";
import { look } from "./look";
import { phrasesOf } from "./phrases";

export interface DiffProps {
  before: string;
  after: string;
  language: CodeLanguage;
  /** One below the other, for narrow screens. */
  unified: boolean;
}

const COLLAPSE = { margin: 3, minSize: 8 };

/** Two texts and what differs between them, to be read. */
export function Diff({ before, after, language, unified }: DiffProps) {
  const { t } = useTranslation("writing");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const extensions = [
      reading,
      EditorState.phrases.of(phrasesOf(t)),
      languageOf(language, () => ({ variables: [], values: {} })),
    ];
    const view = unified
      ? openUnified(place.current, before, after, extensions)
      : new MergeView({
          parent: place.current,
          a: { doc: before, extensions },
          b: { doc: after, extensions },
          collapseUnchanged: COLLAPSE,
        });
    return () => view.destroy();
  }, [before, after, language, unified, t]);
  return <div ref={place} className={classes.diff} />;
}

const reading: Extension = [
  EditorView.cspNonce.of(styleNonce()),
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.lineWrapping,
  lineNumbers(),
  look,
];

function openUnified(parent: HTMLElement, before: string, after: string, extensions: Extension): EditorView {
  const merged = unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: COLLAPSE });
  return new EditorView({
    parent,
    state: EditorState.create({ doc: after, extensions: [extensions, merged] }),
  });
}
