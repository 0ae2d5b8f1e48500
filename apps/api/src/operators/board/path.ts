export type PathParts = Record<string, string>;

/** The parts of a path that a pattern such as `/api/queues/:queueName` names; undefined where it does not fit. */
export function readPath(pattern: string, path: string): PathParts | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const parts: PathParts = {};
  for (const [i, word] of wanted.entries()) {
    const part = given[i] ?? "";
    if (word.startsWith(":") && part !== "") parts[word.slice(1)] = part;
    else if (word !== part) return undefined;
  }
  return parts;
}
