import { describe, expect, it } from "@jest/globals";
import { PROGRAMS, snippetOf } from "./snippets";

describe("a program's settings", () => {
  it.each(PROGRAMS)("for %s say where to, who, and where the key is", (program) => {
    const snippet = snippetOf(program, { host: "smtp.example.com", port: 587 });
    for (const part of ["smtp.example.com", "587", "sendex", "SENDEX_API_KEY"])
      expect(snippet).toContain(part);
    expect(snippet).not.toContain("\\\\\n");
  });
});
