/** What `npm test` runs and how it counts. */
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
