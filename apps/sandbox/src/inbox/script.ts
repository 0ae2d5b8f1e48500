/** Keeps the list fresh and empties it on request; the page works without it. */
export const SCRIPT = `"use strict";
const list = document.getElementById("list");
const total = document.getElementById("total");
let shown = null;

async function refresh() {
  if (document.hidden) return;
  const query = new URLSearchParams({ q: list.dataset.query, open: list.dataset.open });
  const answer = await fetch("/inbox/list?" + query);
  if (!answer.ok) return;
  const markup = await answer.text();
  total.textContent = answer.headers.get("X-Total");
  if (markup !== shown) list.innerHTML = shown = markup;
}

document.getElementById("clear").addEventListener("click", async () => {
  await fetch("/_sandbox/messages", { method: "DELETE" });
  location.assign("/");
});
setInterval(() => refresh().catch(() => {}), 2000);
document.querySelector(".item.open")?.scrollIntoView({ block: "nearest" });
`;
