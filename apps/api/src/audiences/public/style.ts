import { contrast, textOn } from "@sendex/core/audiences/brand";

/** Of pages for an account's readers: readable from 320 pixels on, in light and dark, with no font from elsewhere. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1c1e21; --quiet: #5c626b; --page: #f4f5f7; --card: #fff; --line: #d5d9df; --accent: #2f5bd3; --on-accent: #fff; --mark: #2f5bd3; --good: #e6f4ea; --on-good: #14532d; }
@media (prefers-color-scheme: dark) { :root { --text: #e7e9ec; --quiet: #a3abb6; --page: #15171a; --card: #1f2226; --line: #3a3f46; --accent: #8fb0ff; --on-accent: #0f1726; --mark: #8fb0ff; --good: #12331f; --on-good: #b7ecc6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; min-height: 100vh; display: flex; flex-direction: column; align-items: center; padding: 1.5rem 1rem; }
main { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem; width: 100%; max-width: 32rem; overflow-wrap: anywhere; }
.logo { display: block; max-width: min(100%, 15rem); max-height: 4rem; margin: 0 0 1rem; }
@media (prefers-color-scheme: dark) { .logo { background: #fff; border-radius: 6px; padding: .375rem; } }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .25rem; }
p { margin: .75rem 0 0; }
.quiet, small { color: var(--quiet); font-size: .9375rem; }
.quiet:first-of-type { margin-top: 0; }
.saved { background: var(--good); color: var(--on-good); border-radius: 8px; padding: .625rem .875rem; }
form { margin-top: 1.25rem; }
fieldset { border: 0; margin: 0; padding: 0; }
legend { font-weight: 600; padding: 0; margin-bottom: .5rem; }
label { display: flex; gap: .625rem; align-items: flex-start; padding: .5rem 0; cursor: pointer; }
input { flex: none; width: 1.125rem; height: 1.125rem; margin: .1875rem 0 0; accent-color: var(--mark); }
small { display: block; }
.field { display: block; padding: .5rem 0; }
.field > span { display: block; font-weight: 600; margin-bottom: .25rem; }
.field > input { width: 100%; height: auto; margin: 0; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--quiet); border-radius: 8px; padding: .625rem .75rem; }
.field [role=alert] { color: var(--text); font-weight: 600; margin-top: .25rem; }
.trap { position: absolute; left: -200vw; width: 1px; height: 1px; overflow: hidden; }
.topics { margin: .5rem 0 0; }
.topics > li { padding: .25rem 0; }
ul { list-style: none; margin: 0 0 0 1.75rem; padding: 0; border-left: 2px solid var(--line); padding-left: .875rem; }
button { margin-top: 1rem; width: 100%; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 8px; padding: .75rem 1rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
footer { margin-top: 1.25rem; font-size: .9375rem; color: var(--quiet); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: center; }
nav > * { color: inherit; padding: .25rem 0; }
`;

const LIGHT_CARD = "#ffffff";
const DARK_CARD = "#1f2226";
/** Of what is no text, to what it lies on. Source: WCAG 2.2, 1.4.11. */
const MARK_CONTRAST = 3;

/**
 * An account's own colour: of the button and the card's edge always, with text that can be read on it, and of marks and
 * the focus where it can be told from the card.
 */
export function accentStyle(color: string): string {
  const mark = (card: string) => (contrast(color, card) >= MARK_CONTRAST ? ` --mark: ${color};` : "");
  const brand = `--accent: ${color}; --on-accent: ${textOn(color)};`;
  return `:root { ${brand}${mark(LIGHT_CARD)} }
@media (prefers-color-scheme: dark) { :root { ${brand} --mark: #8fb0ff;${mark(DARK_CARD)} } }
main { border-top: 4px solid var(--accent); }
`;
}
