import type {
  AppControllerRoute,
  BullBoardQueues,
  IServerAdapter,
  UIConfig,
} from "@bull-board/api/typings/app";
import { bounded } from "@sendex/queue/bounded";
import type { Queues } from "@sendex/queue/producer";
import { type PathParts, readPath } from "./path";

/**
 * bull-board over our queues: what they hold in Redis, to be looked at. Rows are the truth and make the jobs anew, so
 * nothing can be retried, removed or paused here: every queue is read-only, and of the library's routes those that read
 * are known alone. Its own adapter for Express is not used: it mounts all of them, and its page loads fonts from elsewhere.
 */
export interface QueueBoard {
  /** What the page at this path is told when it starts; undefined where there is no page. Rejects while Redis is away. */
  page(path: string): Promise<UIConfig | undefined>;
  /** What the page asks, in JSON; undefined where there is no such thing. Rejects while Redis is away. */
  answer(path: string, query: URLSearchParams): Promise<BoardAnswer | undefined>;
}

export interface BoardAnswer {
  status: number;
  json: string;
}

/** Of one answer. A Redis that is slower than this is in trouble. */
const ANSWER_MS = 5_000;
const MOST_JOBS_A_PAGE = 50;

/** A board that loads the library when it is first asked: few processes ever are. */
export function openQueueBoard(queues: Pick<Queues, "bullQueues">): QueueBoard {
  let loading: Promise<Loaded> | undefined;
  const whenLoaded = <T>(use: (loaded: Loaded) => T | Promise<T>): Promise<T> =>
    bounded(ANSWER_MS, "the queue board", async () => {
      loading ??= load(queues);
      try {
        return await use(await loading);
      } catch (error) {
        loading = undefined;
        throw error;
      }
    });
  return {
    page: (path) =>
      whenLoaded(({ pages, uiConfig }) =>
        pages.some((pattern) => readPath(pattern, path)) ? uiConfig : undefined,
      ),
    answer: (path, query) => whenLoaded((loaded) => answer(loaded, path, query)),
  };
}

/** What the library says of itself. */
interface Loaded {
  queues: BullBoardQueues;
  uiConfig: UIConfig;
  /** Patterns of the addresses that its page has. */
  pages: string[];
  routes: AppControllerRoute[];
}

async function load({ bullQueues }: Pick<Queues, "bullQueues">): Promise<Loaded> {
  const [{ createBullBoard }, { BullMQAdapter }, opened] = await Promise.all([
    import("@bull-board/api"),
    import("@bull-board/api/bullMQAdapter"),
    bullQueues(),
  ]);
  const loaded: Loaded = { queues: new Map(), uiConfig: {}, pages: [], routes: [] };
  createBullBoard({
    queues: opened.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })),
    serverAdapter: collecting(loaded),
    // Named, the library need not look for its pages, which it does by `eval`.
    options: { uiBasePath: "@bull-board/ui", uiConfig: UI },
  });
  return loaded;
}

const UI: UIConfig = {
  boardTitle: "Sendex",
  miscLinks: [{ text: "Sendex", url: "/operator" }],
  hideDocsLink: true,
};

/** A server adapter that serves nothing and keeps what it is given. */
function collecting(into: Loaded): IServerAdapter {
  const adapter: IServerAdapter = {
    setQueues: (queues) => {
      into.queues = queues;
      return adapter;
    },
    setUIConfig: (config) => {
      into.uiConfig = config;
      return adapter;
    },
    setEntryRoute: ({ route }) => {
      into.pages = [route].flat();
      return adapter;
    },
    setApiRoutes: (routes) => {
      into.routes = routes.filter(({ method }) => [method].flat().includes("get"));
      return adapter;
    },
    setViewsPath: () => adapter,
    setStaticPath: () => adapter,
    setErrorHandler: () => adapter,
  };
  return adapter;
}

async function answer(
  { queues, uiConfig, routes }: Loaded,
  path: string,
  query: URLSearchParams,
): Promise<BoardAnswer | undefined> {
  const found = routeOf(routes, path);
  if (!found) return undefined;
  const { status = 200, body } = await found.route.handler({
    ...{ queues, uiConfig, params: found.params },
    ...{ query: queryOf(query, queues), body: {}, headers: {} },
  });
  return { status, json: JSON.stringify(body, withoutErrors) };
}

function routeOf(
  routes: AppControllerRoute[],
  path: string,
): { route: AppControllerRoute; params: PathParts } | undefined {
  for (const route of routes)
    for (const pattern of [route.route].flat()) {
      const params = readPath(pattern, path);
      if (params) return { route, params };
    }
  return undefined;
}

/** Bounded; and a queue that is not ours, whose name need not even be decodable, is as none. */
function queryOf(given: URLSearchParams, queues: BullBoardQueues): Record<string, string> {
  const query = new Map(given);
  for (const name of ["activeQueue", "queueName"]) if (!queues.has(query.get(name) ?? "")) query.delete(name);
  if (Number(query.get("jobsPerPage")) > MOST_JOBS_A_PAGE) query.set("jobsPerPage", String(MOST_JOBS_A_PAGE));
  return Object.fromEntries(query);
}

const IN_THE_LOG = "The worker's log has the error; look for this job's id.";

/** Jobs hold ids alone. The errors of those that are tried again may quote what a database was given. */
function withoutErrors(key: string, value: unknown): unknown {
  if (key === "failedReason" && typeof value === "string" && value !== "") return IN_THE_LOG;
  return key === "stacktrace" ? [] : value;
}
