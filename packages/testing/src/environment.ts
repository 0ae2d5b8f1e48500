/** What the test run's set-up tells: where its PostgreSQL and its Redis are. */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: run the tests through \`npm test\`.`);
  return value;
}
