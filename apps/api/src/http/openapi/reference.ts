import type { Document, Operation, Parameter, Response } from "./openapi";
import type { JsonSchema } from "./json-schema";
import { code, escapeHtml, prose, renderProperties, typeOf } from "./reference-schema";
import { STYLE } from "./reference-style";

/** The document as one page without scripts, fonts or anything else to fetch. */
export function renderReference(document: Document): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const { title, description } = document.info;
  const schemas = Object.entries(document.components.schemas);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} API reference</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<nav aria-label="Contents">
<p class="title"><a href="#main">${escapeHtml(title)} API</a></p>
${document.tags.map(({ name }) => renderContents(name, operations)).join("\n")}
<h2>More</h2>
<ul>
<li><a href="#errors">Errors</a></li>
<li><a href="#headers">Response headers</a></li>
<li><a href="#schemas">Schemas</a></li>
<li><a href="/openapi.json">openapi.json</a></li>
</ul>
</nav>
<main id="main">
<h1>${escapeHtml(title)} API</h1>
${description
  .split("\n\n")
  .map((part) => `<p>${prose(part)}</p>`)
  .join("\n")}
<h2 id="authentication">Authentication</h2>
<p>Send <code>Authorization: Bearer sk_live_…</code> with every request. Mail of an <code>sk_test_…</code> key goes to the sandbox.</p>
${document.tags.map(({ name }) => renderTag(name, operations)).join("\n")}
<h2 id="errors">Errors</h2>
${renderErrors(document.components.responses)}
<h2 id="headers">Response headers</h2>
${renderHeaders(document.components.headers)}
<h2 id="schemas">Schemas</h2>
${schemas.map(([name, schema]) => renderSchema(name, schema)).join("\n")}
</main>
</body>
</html>
`;
}

interface Placed {
  path: string;
  method: string;
  operation: Operation;
}

function ofTag(tag: string, operations: Placed[]): Placed[] {
  return operations.filter(({ operation }) => operation.tags.includes(tag));
}

function renderContents(tag: string, operations: Placed[]): string {
  const entries = ofTag(tag, operations).map(
    ({ operation: { operationId } }) =>
      `<li><a href="#${escapeHtml(operationId)}">${escapeHtml(operationId)}</a></li>`,
  );
  return `<h2>${escapeHtml(tag)}</h2>\n<ul>\n${entries.join("\n")}\n</ul>`;
}

function renderTag(tag: string, operations: Placed[]): string {
  const sections = ofTag(tag, operations).map(renderOperation);
  return `<h2>${escapeHtml(tag)}</h2>\n${sections.join("\n")}`;
}

function renderOperation({ path, method, operation }: Placed): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const id = escapeHtml(operationId);
  const answers = Object.entries(responses).filter(([status]) => Number(status) < 400);
  const refusals = Object.keys(responses).filter((status) => Number(status) >= 400);
  return `<section aria-labelledby="${id}">
<h3 id="${id}">${escapeHtml(summary)}</h3>
<p class="route"><span class="method">${method}</span> <code>${escapeHtml(path)}</code></p>
<p>${prose(description)} <span class="quiet">Operation ${code(operationId)}.</span></p>
${parameters.length > 0 ? `<h4>Parameters</h4>\n${renderParameters(parameters)}` : ""}
${requestBody ? `<h4>Body</h4>\n${renderBody(requestBody.content["application/json"].schema)}` : ""}
<h4>Answers</h4>
${answers.map(([status, answer]) => renderAnswer(status, answer)).join("\n")}
<p class="quiet">Refusals: ${refusals.map((status) => `<a href="#error-${status}">${status}</a>`).join(", ")}</p>
</section>`;
}

function renderParameters(parameters: Parameter[]): string {
  const rows = parameters.map(
    ({ name, in: where, required, description = "", schema }) =>
      `<tr><th scope="row">${code(name)}${required ? " <em>required</em>" : ""}</th><td>${where}</td>` +
      `<td>${typeOf(schema)}</td><td>${prose(description)}</td></tr>`,
  );
  return table(["Name", "In", "Type", ""], rows);
}

function renderBody(schema: JsonSchema): string {
  return `<p>${typeOf(schema)}</p>\n${renderProperties(schema)}`;
}

function renderAnswer(status: string, answer: Response | { $ref: string }): string {
  if ("$ref" in answer) return "";
  const { schema } = answer.content["application/json"];
  return `<p><strong>${status}</strong> ${typeOf(schema)}</p>\n${renderProperties(schema)}`;
}

function renderErrors(responses: Record<string, Response>): string {
  const rows = Object.entries(responses).map(
    ([status, { description }]) =>
      `<tr id="error-${status}"><th scope="row">${status}</th><td>${description
        .split("\n\n")
        .map(prose)
        .join("<br>")}</td></tr>`,
  );
  return `<p>Every refusal is an <a href="#schema-ApiError">ApiError</a>.</p>\n${table(["Status", "error"], rows)}`;
}

function renderHeaders(headers: Record<string, JsonSchema>): string {
  const rows = Object.entries(headers).map(
    ([name, { description }]) =>
      `<tr><th scope="row">${code(name)}</th><td>${prose(String(description))}</td></tr>`,
  );
  return table(["Name", ""], rows);
}

function renderSchema(name: string, schema: JsonSchema): string {
  const id = `schema-${escapeHtml(name)}`;
  return `<section aria-labelledby="${id}">\n<h3 id="${id}">${escapeHtml(name)}</h3>\n${renderProperties(schema)}\n</section>`;
}

function table(heads: string[], rows: string[]): string {
  const head = heads.map((text) => (text === "" ? "<td></td>" : `<th scope="col">${text}</th>`)).join("");
  return `<div class="scroll" role="region" aria-label="Table" tabindex="0"><table><thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
}
