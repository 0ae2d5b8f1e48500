/** The one place that reads the tests' own environment. */
export const ENVIRONMENT: NodeJS.ProcessEnv = process.env;

/** What the set-up of the integration tests gives. */
export function variable(name: string): string {
  const value = ENVIRONMENT[name];
  if (value === undefined) throw new Error(`${name} is missing: run the tests through \`npm test\`.`);
  return value;
}

/** Nothing of the tests' own environment may steer what is tested: no AWS credentials, no DATABASE_URL. */
export function inherited(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "LANG", "TZ"];
  return Object.fromEntries(names.flatMap((name) => [[name, ENVIRONMENT[name]]]).filter(isGiven));
}

function isGiven(entry: (string | undefined)[]): entry is [string, string] {
  return entry[1] !== undefined;
}
