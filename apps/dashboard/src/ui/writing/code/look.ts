import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The colours are in code.module.css, so that light and dark need no word from here. */
const words = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: "var(--code-tag)" },
  { tag: [tags.attributeName, tags.propertyName], color: "var(--code-name)" },
  { tag: [tags.attributeValue, tags.string], color: "var(--code-text)" },
  {
    tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword],
    color: "var(--code-word)",
    fontWeight: "500",
  },
  { tag: [tags.variableName, tags.brace, tags.function(tags.variableName)], color: "var(--code-word)" },
  { tag: [tags.number, tags.bool, tags.null, tags.character], color: "var(--code-number)" },
  { tag: [tags.comment, tags.documentMeta, tags.processingInstruction], color: "var(--text-faint)" },
  { tag: tags.invalid, color: "var(--bad)" },
]);

const frame = EditorView.theme({
  "&": { height: "100%", backgroundColor: "transparent", color: "var(--text)", fontSize: "12.5px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--mantine-font-family-monospace)",
    lineHeight: "1.65",
    overflow: "auto",
  },
  ".cm-content": { padding: "12px 0", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 16px 0 8px" },
  ".cm-gutters": {
    backgroundColor: "transparent",
    border: "0",
    color: "var(--text-faint)",
    paddingLeft: "4px",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--code-line)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--code-chosen) !important",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--code-chosen)", outline: "none" },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--late-soft)" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--late)" },
  ".cm-foldPlaceholder": {
    background: "var(--hover)",
    border: "0",
    color: "var(--text-quiet)",
    padding: "0 6px",
  },
  ".cm-panels": { backgroundColor: "var(--raised)", borderColor: "var(--line)", color: "var(--text)" },
  ".cm-panels input, .cm-panels button": {
    background: "var(--page)",
    border: "1px solid var(--line-strong)",
    borderRadius: "5px",
    color: "var(--text)",
    fontSize: "12px",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    border: "1px solid var(--line-strong)",
    borderRadius: "8px",
    boxShadow: "var(--shadow)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--mantine-font-family-monospace)",
    fontSize: "12px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--text)",
  },
  ".cm-completionDetail": { color: "var(--text-faint)", fontStyle: "normal", marginLeft: "12px" },
  ".cm-completionMatchedText": { color: "var(--accent)", textDecoration: "none" },
  ".cm-diagnostic": { padding: "6px 10px", fontSize: "12.5px", borderLeftWidth: "3px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--late)" },
  ".cm-placeholder": { color: "var(--text-faint)" },
});

export const look: Extension = [frame, syntaxHighlighting(words)];
