/** What `npm test` runs, how it counts, and what it says of failures. */
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./paths.mjs";

const PROJECTS = ["unit", "integration"];

/** Which of the projects the caller's arguments select (all, without `--selectProjects`), and the other arguments. */
export function projectsIn(args) {
  const at = args.indexOf("--selectProjects");
  if (at === -1) return { projects: PROJECTS, rest: args };
  const named = args.slice(at + 1);
  const end = named.findIndex((arg) => !PROJECTS.includes(arg));
  const selected = end === -1 ? named : named.slice(0, end);
  if (selected.length === 0) throw new Error(`--selectProjects knows ${PROJECTS.join(" and ")}.`);
  const rest = [...args.slice(0, at), ...(end === -1 ? [] : named.slice(end))];
  return { projects: PROJECTS.filter((project) => selected.includes(project)), rest };
}

/** Sums Jest's reports. A suite that could not run, and a Jest that broke down, count as one failure each. */
export function totals(results) {
  let [passed, failed] = [0, 0];
  for (const { code, counts } of results) {
    passed += counts?.numPassedTests ?? 0;
    const failures = (counts?.numFailedTests ?? 0) + (counts?.numRuntimeErrorTestSuites ?? 0);
    failed += failures === 0 && code !== 0 ? 1 : failures;
  }
  return { passed, failed };
}

/** What a list of failures shows at most, so that the end of a long log tells all of them. */
const SHOWN = 40;
const MESSAGE_SHOWN = 300;

/** A line or two for each failure of Jest's reports: its file, its name and the beginning of what it said. */
export function failures(results) {
  const files = results.flatMap(({ counts }) => counts?.testResults ?? []);
  const told = files.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const file = path.relative(root, name);
    // A passed file has no message; one whose set-up failed has it in place of tests.
    if (failed.length === 0) return message ? [said(file, message)] : [];
    return failed.map((test) => said(`${file} › ${test.fullName}`, test.failureMessages[0] ?? ""));
  });
  return told.length > SHOWN ? [...told.slice(0, SHOWN), `and ${told.length - SHOWN} more`] : told;
}

function said(what, message) {
  const plain = stripVTControlCharacters(message).replace(/\s+/g, " ").trim();
  return `${what}\n  ${plain.slice(0, MESSAGE_SHOWN)}`;
}
