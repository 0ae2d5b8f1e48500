/** A signal and how long, in milliseconds, the process has to end before the next one is tried. */
export type Farewell = readonly [signal: NodeJS.Signals, graceMs: number];

/** A process that the home start keeps running, as data. */
export interface Program {
  /** As it stands in dev.json, in messages and in the log's file name. */
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** The user to run as; absent: ours. */
  user?: User;
  /** Whether its stdin is a pipe from us, whose end tells it that we are gone. */
  leash: boolean;
  /** Tried in order; SIGKILL comes after the last. */
  farewells: readonly Farewell[];
  /** Done before every start: clears what a crash has left. */
  before?: () => Promise<void>;
  /** Asked repeatedly after a start; true once the process can serve. May throw while it cannot. */
  ready: (pid: number) => Promise<boolean>;
}

export interface User {
  uid: number;
  gid: number;
}
