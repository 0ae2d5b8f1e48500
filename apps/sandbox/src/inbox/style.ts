/** The inbox's looks, light and dark, without anything from elsewhere. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f8, #101218);
  --paper: light-dark(#ffffff, #181b24);
  --ink: light-dark(#1b1f2a, #e6e8ef);
  --soft: light-dark(#697083, #949bb0);
  --line: light-dark(#e4e6ed, #282c39);
  --accent: light-dark(#4f46e5, #8b85ff);
  --tint: light-dark(#eeedfd, #25244a);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
body {
  margin: 0; height: 100vh; display: grid; grid-template-columns: 380px 1fr;
  background: var(--ground); color: var(--ink);
  font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Inter, "Helvetica Neue", Arial, sans-serif;
}
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
aside { display: flex; flex-direction: column; min-height: 0; background: var(--paper); border-right: 1px solid var(--line); }
.top { display: flex; align-items: center; gap: 10px; padding: 16px 16px 10px; }
.brand { color: var(--ink); font-weight: 650; font-size: 15px; display: flex; align-items: center; gap: 8px; margin-right: auto; }
.brand:hover { text-decoration: none; }
.brand em { font-style: normal; font-weight: 400; color: var(--soft); }
.mark {
  width: 26px; height: 26px; border-radius: 8px; display: grid; place-items: center; color: #fff;
  background: linear-gradient(135deg, #6d5efc, #3b82f6); font-weight: 700;
}
.count { color: var(--soft); font-size: 12.5px; white-space: nowrap; }
.count b { color: var(--ink); font-weight: 600; }
button {
  font: inherit; font-size: 12.5px; color: var(--soft); background: none; cursor: pointer;
  border: 1px solid var(--line); border-radius: 7px; padding: 3px 10px;
}
button:hover { color: var(--ink); border-color: var(--soft); }
form { padding: 0 16px 12px; border-bottom: 1px solid var(--line); }
input {
  width: 100%; font: inherit; color: inherit; background: var(--ground);
  border: 1px solid transparent; border-radius: 9px; padding: 8px 12px;
}
input:focus { outline: none; border-color: var(--accent); background: var(--paper); }
#list { overflow-y: auto; flex: 1; }
.item { display: flex; gap: 12px; padding: 12px 16px; color: inherit; border-bottom: 1px solid var(--line); }
.item:hover { background: var(--ground); text-decoration: none; }
.item.open { background: var(--tint); box-shadow: inset 3px 0 var(--accent); }
.what { min-width: 0; flex: 1; display: grid; gap: 1px; }
.what > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.line { display: flex; gap: 8px; }
.line b { overflow: hidden; text-overflow: ellipsis; font-weight: 600; }
.line time { margin-left: auto; }
.older { display: block; padding: 14px 16px; font-size: 12.5px; text-align: center; }
time, .to { color: var(--soft); font-size: 12.5px; font-variant-numeric: tabular-nums; }
.avatar {
  flex: none; width: 34px; height: 34px; border-radius: 50%; display: grid; place-items: center;
  font-weight: 600; color: #fff; font-size: 14px;
}
.hue0 { background: #6366f1; } .hue1 { background: #0e7490; } .hue2 { background: #0f766e; } .hue3 { background: #b45309; }
.hue4 { background: #be185d; } .hue5 { background: #7c3aed; } .hue6 { background: #2563eb; } .hue7 { background: #a16207; }
main { min-width: 0; overflow: auto; display: flex; flex-direction: column; }
article { flex: 1; display: flex; flex-direction: column; min-height: 100%; }
article > header { padding: 26px 32px 16px; }
h1 { margin: 0 0 14px; font-size: 21px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; overflow-wrap: anywhere; }
.people { display: flex; align-items: center; gap: 12px; }
.people > div { display: grid; min-width: 0; overflow-wrap: anywhere; }
.people > time { margin-left: auto; white-space: nowrap; }
ul { list-style: none; margin: 14px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 6px; }
ul li { background: var(--paper); border: 1px solid var(--line); border-radius: 7px; padding: 2px 9px; font-size: 12px; overflow-wrap: anywhere; }
.facts li { font-family: var(--mono); font-size: 11.5px; }
.facts i { font-style: normal; color: var(--soft); margin-right: 7px; }
.attachments li::before { content: "attached"; color: var(--soft); margin-right: 7px; }
.back { display: none; padding: 14px 16px 0; }
.tabs { display: flex; gap: 4px; padding: 0 32px; border-bottom: 1px solid var(--line); }
.tabs a { padding: 8px 12px; color: var(--soft); border-bottom: 2px solid transparent; margin-bottom: -1px; font-weight: 500; }
.tabs a:hover { color: var(--ink); text-decoration: none; }
.tabs a.current { color: var(--accent); border-color: var(--accent); }
.tabs .download { margin-left: auto; }
.view { flex: 1; display: flex; flex-direction: column; background: var(--paper); }
iframe { flex: 1; width: 100%; min-height: 420px; border: 0; background: #fff; color-scheme: light; }
.offer { margin: 0; padding: 8px 32px; font-size: 12.5px; color: var(--soft); border-bottom: 1px solid var(--line); }
pre { margin: 0; padding: 20px 32px; font: 12.5px/1.6 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
pre.text { font-size: 13.5px; }
.view table { border-collapse: collapse; width: 100%; font: 12.5px/1.55 var(--mono); }
.view th, .view td { text-align: left; vertical-align: top; padding: 6px 12px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.view th { color: var(--soft); font-weight: 500; white-space: nowrap; padding-left: 32px; width: 1%; }
.none { color: var(--soft); padding: 28px 32px; margin: 0; text-align: center; }
.welcome { margin: auto; padding: 40px 32px; max-width: 740px; text-align: center; color: var(--soft); }
.welcome h1 { color: var(--ink); margin-bottom: 8px; }
.welcome table { margin: 24px auto; border-collapse: collapse; text-align: left; font-size: 13px; background: var(--paper); border-radius: 12px; box-shadow: 0 0 0 1px var(--line); }
.welcome td { padding: 9px 16px; border-top: 1px solid var(--line); }
.welcome tr:first-child td { border-top: 0; }
code { font-family: var(--mono); font-size: 12px; color: var(--ink); }
.envelope {
  width: 76px; height: 54px; margin: 0 auto 22px; border-radius: 10px; border: 2px solid var(--accent); position: relative; overflow: hidden;
}
.envelope::before {
  content: ""; position: absolute; left: 50%; top: -37px; width: 58px; height: 58px;
  border: 2px solid var(--accent); border-radius: 8px; transform: translateX(-50%) rotate(45deg); background: var(--tint);
}
@media (max-width: 820px) {
  body { grid-template-columns: 1fr; }
  body.reading aside, body:not(.reading) main { display: none; }
  .back { display: block; }
  article > header, .tabs, pre, .offer { padding-left: 16px; padding-right: 16px; }
  .people { flex-wrap: wrap; }
  .people > time { margin-left: 46px; }
  .view th { padding-left: 16px; }
}
`;
