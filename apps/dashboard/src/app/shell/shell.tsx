import { useQuery } from "@tanstack/react-query";
import { Navigate, useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiProvider } from "../../api/api";
import { asProblem } from "../../api/problem";
import { LiveProvider } from "../../live/live";
import { CurrentProvider, useMaybeCurrent } from "../../session/current";
import { sessionQuery } from "../../session/session";
import { ErrorState } from "../../ui/feedback/error-state";
import { Frame } from "./frame";
import { placeWithoutAccount } from "./without-account";
import { NoAccount } from "./no-account";
import { Waiting } from "./waiting";

const UNAUTHORIZED = 401;

/** Lets signed-in people in; others sign in and come back to the page they asked for. */
export function Shell() {
  const { data, error, refetch } = useQuery(sessionQuery);
  if (error && asProblem(error).status === UNAUTHORIZED) return <ToSignIn />;
  if (data)
    return (
      <CurrentProvider session={data}>
        <WithAccount />
      </CurrentProvider>
    );
  return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Waiting />;
}

/** Goes once, from where one was: while the next page's code is on its way, the address is its already. */
function ToSignIn() {
  const router = useRouter();
  const navigate = useNavigate();
  const [next] = useState(() => router.state.location.href);
  useEffect(() => {
    void navigate({ to: "/sign-in", search: next === "/" ? {} : { next }, replace: true });
  }, [navigate, next]);
  return <Waiting />;
}

function WithAccount() {
  const current = useMaybeCurrent();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (!current) return <NoAccount />;
  const { account, accounts, mode, csrfToken } = current;
  const instead = accounts.length === 0 ? placeWithoutAccount(path) : undefined;
  if (instead) return <Navigate to={instead} replace />;
  return (
    <ApiProvider caller={{ accountId: account.id, mode, csrfToken }}>
      <LiveProvider>
        <Frame />
      </LiveProvider>
    </ApiProvider>
  );
}
