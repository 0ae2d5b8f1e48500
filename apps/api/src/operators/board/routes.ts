import { SendexError } from "@sendex/core/error";
import type { Request, Response } from "express";
import { wantsPage } from "../../dashboard/page";
import type { Edge, PublicRoute } from "../../http/endpoint";
import { queryOf } from "../../http/exchange";
import { identifyPerson } from "../../http/identify";
import type { Reply } from "../../http/reply";
import { redisAway } from "../redis-away";
import { readBoardFile, readBoardIndex } from "./files";
import { boardPage, BOARD_POLICY } from "./page";

const BOARD = "/admin/queues";
/** After signing in the dashboard goes on by itself, and can open its own pages alone: this one has the link. */
const SIGN_IN = "/sign-in?next=%2Foperator";

/** The queue board, for people who are operators and signed in: a page that reads, and what it reads. */
export const boardRoutes: PublicRoute[] = [
  { surface: "public", path: BOARD, endpoints: { GET: { run: behindSession((edge) => page(edge, "/")) } } },
  { surface: "public", path: `${BOARD}/*rest`, endpoints: { GET: { run: behindSession(below) } } },
];

type Show = (edge: Edge, request: Request) => Promise<Reply>;

/** Whoever is not signed in is led to the door; for whoever is no operator there is nothing here. */
function behindSession(show: Show) {
  return async (edge: Edge, request: Request, response: Response): Promise<Reply> => {
    try {
      const { session } = await identifyPerson(edge, request, response);
      if (!session.user.operator) throw nothing();
    } catch (error) {
      if (!(error instanceof SendexError) || error.slug !== "unauthorized" || !wantsPage(request))
        throw error;
      return { status: 303, headers: { Location: SIGN_IN }, body: "" };
    }
    return show(edge, request);
  };
}

async function page({ board }: Edge, path: string): Promise<Reply> {
  const config = await board.page(path).catch(redisAway);
  if (!config) throw nothing();
  return {
    status: 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": BOARD_POLICY,
      "Referrer-Policy": "same-origin",
    },
    body: boardPage(await readBoardIndex(), BOARD, config),
  };
}

/** The page stands at several addresses: its script looks at the path. */
async function below(edge: Edge, request: Request): Promise<Reply> {
  const names = [request.params["rest"] ?? ""].flat();
  const path = `/${names.join("/")}`;
  if (names[0] === "api") return answer(edge, path, queryOf(request));
  if (names[0] === "static") return file(names.slice(1));
  return page(edge, path);
}

async function answer({ board }: Edge, path: string, query: URLSearchParams): Promise<Reply> {
  const found = await board.answer(path, query).catch(redisAway);
  if (!found) throw nothing();
  return { status: found.status, body: found.json };
}

async function file(names: string[]): Promise<Reply> {
  const found = await readBoardFile(names);
  if (!found) throw nothing();
  // A worker runs under the policy of its own file.
  const headers = { "Content-Type": found.type, "Content-Security-Policy": BOARD_POLICY };
  return { status: 200, headers, body: found.bytes };
}

function nothing(): SendexError {
  return new SendexError("not_found", "There is nothing at this address.");
}
