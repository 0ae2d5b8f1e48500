import { connect, type Socket } from "node:net";

/** A conversation by hand: what no client would say can be said. */
export interface Talk {
  /** Writes as it is, and resolves to the reply's last line. */
  say(text: string): Promise<string>;
  /** The lines of the last reply. */
  lines(): string[];
  /** Writes without waiting. */
  write(bytes: string | Uint8Array): void;
  /** The next reply's last line; `undefined` once the server has hung up. */
  reply(): Promise<string | undefined>;
  end(): void;
}

export async function talkTo(port: number): Promise<Talk> {
  const socket: Socket = connect(port, "127.0.0.1");
  const waiting: ((line: string | undefined) => void)[] = [];
  const ready: { last: string; lines: string[] }[] = [];
  let [rest, lines, closed]: [string, string[], boolean] = ["", [], false];
  let shown: string[] = [];
  const settle = (): void => {
    while (waiting.length > 0 && (ready.length > 0 || closed)) {
      const next = ready.shift();
      if (next) shown = next.lines;
      waiting.shift()?.(next?.last);
    }
  };
  socket.on("data", (chunk) => {
    const all = (rest + chunk.toString("latin1")).split("\r\n");
    rest = all.pop() ?? "";
    for (const line of all) {
      lines.push(line);
      if (line[3] === "-") continue;
      ready.push({ last: line, lines });
      lines = [];
    }
    settle();
  });
  socket.on("close", () => {
    closed = true;
    settle();
  });
  socket.on("error", () => undefined);
  const reply = (): Promise<string | undefined> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      settle();
    });
  await reply();
  return {
    async say(text) {
      socket.write(text);
      return (await reply()) ?? "hung up";
    },
    lines: () => shown,
    write: (bytes) => void socket.write(bytes),
    reply,
    end: () => socket.destroy(),
  };
}

/** Signed in by a key. */
export async function signedIn(port: number, key: string): Promise<Talk> {
  const talk = await talkTo(port);
  await talk.say("EHLO test.example\r\n");
  const answer = await talk.say(`AUTH PLAIN ${Buffer.from(`\0sendex\0${key}`).toString("base64")}\r\n`);
  if (!answer.startsWith("235")) throw new Error(answer);
  return talk;
}
