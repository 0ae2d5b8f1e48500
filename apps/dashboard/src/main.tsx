import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { openTexts } from "./i18n/i18n";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no place for the dashboard.");
await openTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
