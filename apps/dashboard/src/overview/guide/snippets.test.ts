import { describe, expect, it } from "@jest/globals";
import { type Letter, snippetOf, WAYS } from "./snippets";

const letter: Letter = {
  origin: "https://mail.example.com",
  key: "sk_test_abc",
  from: `Ada "the first" O'Neill <ada@example.com>`,
  to: "o'neill@example.com",
  subject: "It's $HOME \\ `here`",
  text: "Hello",
};

describe("a snippet", () => {
  it.each(WAYS)("for %s has the key, the addresses and the API's own address", (way) => {
    const snippet = snippetOf(way, { ...letter, from: "a@example.com", to: "b@example.com" });
    for (const part of ["sk_test_abc", "a@example.com", "b@example.com", "https://mail.example.com"])
      expect(snippet).toContain(part);
  });

  it("gives a shell each text as one word, whatever its characters", () => {
    const snippet = snippetOf("curl", letter);
    expect(snippet).toContain(String.raw`O'\''Neill`);
    // Every quote that the shell sees closes again, and nothing of the letter stands outside of them.
    const outside = snippet.replaceAll(String.raw`'\''`, "").replaceAll(/'[^']*'/g, "");
    expect(outside).toBe("curl -X POST  \\\n  -H  \\\n  -H  \\\n  -d ");
  });

  it("gives PHP quotes and backslashes as they are", () => {
    expect(snippetOf("php", letter)).toContain(String.raw`'It\'s $HOME \\ ` + "`here`'");
  });
});
