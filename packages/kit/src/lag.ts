import { appendFileSync } from "node:fs";
let lines: string[] = [];
export function lag(stage: string, id: string): void {

  lines.push(`${stage} ${id} ${Date.now()}\n`);
  if (lines.length === 1) setTimeout(() => { appendFileSync("/tmp/w/lag.log", lines.join("")); lines = []; }, 300);
}
