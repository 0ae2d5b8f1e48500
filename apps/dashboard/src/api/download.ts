import { asProblem, problemOf } from "./problem";

/** The bytes behind a link of the API's, by our own origin: the page's policy allows no other. */
export async function download(url: string): Promise<Uint8Array> {
  const { pathname, search } = new URL(url);
  const response = await fetch(pathname + search).catch((failure: unknown) => {
    throw asProblem(failure);
  });
  if (!response.ok) throw problemOf(response, undefined);
  return new Uint8Array(await response.arrayBuffer());
}
