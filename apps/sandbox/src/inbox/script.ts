/** Keeps the list fresh, empties it on request, shows times in the reader's zone; the page works without it. */
export const SCRIPT = `"use strict";
const list = document.getElementById("list");
const total = document.getElementById("total");
let shown = null;

function localTimes() {
  for (const time of document.querySelectorAll("time")) {
    const at = new Date(time.dateTime);
    time.textContent = time.closest(".item") ? at.toLocaleTimeString() : at.toLocaleString();
  }
}

async function refresh() {
  if (document.hidden) return;
  const query = new URLSearchParams({ q: list.dataset.query, before: list.dataset.before, open: list.dataset.open });
  const answer = await fetch("/inbox/list?" + query);
  if (!answer.ok) return;
  const markup = await answer.text();
  total.textContent = answer.headers.get("X-Total");
  if (markup === shown) return;
  list.innerHTML = shown = markup;
  localTimes();
}

document.getElementById("clear").addEventListener("click", async () => {
  await fetch("/_sandbox/messages", { method: "DELETE" });
  location.assign("/");
});
localTimes();
setInterval(() => refresh().catch(() => {}), 2000);
document.querySelector(".item.open")?.scrollIntoView({ block: "nearest" });
`;
