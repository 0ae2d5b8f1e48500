import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { openQueryClient } from "./api/query-client";
import { App } from "./app/app";
import { openTexts } from "./i18n/i18n";
import { takeLinkedChoice } from "./session/choice";
import { SESSION_KEY, sessionQuery } from "./session/session";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no place for the dashboard.");
takeLinkedChoice();
const queries = openQueryClient(SESSION_KEY);
// Every page waits for it: it is on its way while the texts are.
queries.query(sessionQuery).catch(() => undefined);
await openTexts();
createRoot(root).render(
  <StrictMode>
    <App queries={queries} />
  </StrictMode>,
);
